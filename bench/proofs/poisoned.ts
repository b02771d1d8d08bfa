import { parseArgs } from "node:util";
import { withDatabase } from "#testing/with-database.ts";
import { ATTACKS } from "../poisoned/attacks.ts";
import { provePoisoned } from "../poisoned/prove-poisoned.ts";
import type { Proof } from "../proof.ts";

/** Attackers write notes and sources, and the model that reads and writes is on their side. */
export const proof: Proof = {
  name: "poisoned",
  says: "A hundred poisoned notes and sources make no memory, no foreign link or image, and change nothing outside of their project",
  quick: false,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        every: { type: "string", default: "1" },
        episodes: { type: "string", default: "5" },
      },
    });
    const attacks = ATTACKS.filter((_, at) => at % Number(values.every) === 0);
    const found = await withDatabase("poisoned", (database) =>
      provePoisoned(database, { attacks, episodes: Number(values.episodes), tell: console.log }),
    );
    for (const wrong of found.wrong.slice(0, 40)) console.log(wrong);
    const figure =
      `${attacks.length} attacks as notes and in sources, for rules and the built-in writer and for a model that obeys them: ${found.notes} notes, ` +
      `${found.used} with an outcome, ${found.waiting} for an editor, ${found.byModel} understood by the model; ${found.episodes} episodes with ${found.blocks} blocks, ${found.failed} refused; ` +
      `${found.proposed} memories proposed; ${found.tables} tables elsewhere unchanged; ${found.wrong.length} faults`;
    return { ok: found.wrong.length === 0 && found.episodes > 0 && found.used > 0, figure };
  },
};
