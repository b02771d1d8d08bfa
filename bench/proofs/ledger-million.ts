import { parseArgs } from "node:util";
import { withDatabase } from "#testing/with-database.ts";
import { proveLedger } from "../ledger/prove-ledger.ts";
import type { Proof } from "../proof.ts";

const ROWS = 1_000_000;
const RANGES = 200;

/** `npm run prove -- ledger-million --rows 50000` is the short version. */
export const proof: Proof = {
  name: "ledger-million",
  says: "Of 1,000,000 calls, late, doubled, out of order and across clock changes, days sum to ranges, roll-ups are the ledger, and rolling up again changes nothing",
  quick: false,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        rows: { type: "string", default: `${ROWS}` },
        seed: { type: "string", default: "20261121" },
      },
    });
    const asked = { rows: Number(values.rows), ranges: RANGES, seed: Number(values.seed), say: console.log };
    const proven = await withDatabase("ledger-million", (database) => proveLedger(database, asked));
    for (const line of proven.wrong.slice(0, 20)) console.log(line);
    const { rows, deliveries, ranges, days, seconds, wrong } = proven;
    return {
      ok: wrong.length === 0 && rows >= ROWS,
      figure: `${rows} calls from ${deliveries} deliveries in ${seconds.toFixed(0)} s (${Math.round(deliveries / seconds)} a second); ${ranges} ranges, ${days} days rolled up twice: ${wrong.length} differences`,
    };
  },
};
