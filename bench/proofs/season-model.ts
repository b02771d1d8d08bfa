import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";
import { committeeSeason } from "../season/committee-season.ts";
import { liveModelSeason } from "../season/live-model-season.ts";
import { townSeason } from "../season/town-season.ts";

/** The same season with the test model server: it understands the notes and writes the episodes. */
export const proof: Proof = {
  name: "season-model",
  says: "The season holds with a model as well, which understands and writes, and every call that it answered is in the ledger",
  quick: false,

  async run(args) {
    const committee = args.includes("town") ? null : await committeeSeason();
    const season = committee ?? (await townSeason());
    const { faults, figure } = await withDatabase("season-model", (database) =>
      liveModelSeason(database, season),
    );
    return { ok: faults.length === 0, figure };
  },
};
