import { withDatabase } from "#testing/with-database.ts";
import type { Proof } from "../proof.ts";
import { committeeSeason } from "../season/committee-season.ts";
import { liveSeason } from "../season/live-season.ts";
import { townSeason } from "../season/town-season.ts";

/** Notes through the verbs and the job that understands them, episodes through the queue and the writer that needs no key. */
export const proof: Proof = {
  name: "season",
  says: "In a season of 30 episodes every one of 60 notes ends used or with a reason, shares rise and fall as asked, nothing is told twice",
  quick: false,

  async run(args) {
    const isShort = args.includes("town");
    const committee = isShort ? null : await committeeSeason();
    if (committee === null && !isShort) {
      console.log(
        "The meetings of QMSum are not beside the checkout: the season is written from the repository's own.",
      );
    }
    const season = committee ?? (await townSeason());
    const { faults, figure } = await withDatabase("season", (database) => liveSeason(database, season));
    return { ok: faults.length === 0, figure };
  },
};
