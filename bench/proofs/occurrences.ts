import { parseArgs } from "node:util";
import { compareWithTemporal, everyTimeZone } from "#testing/occurrence-oracle.ts";
import type { Proof } from "../proof.ts";

const SHOWN_MISMATCHES = 10;

/** Slots against the Temporal polyfill, in every time zone. `--cases 100000 --seed 7` */
export const proof: Proof = {
  name: "occurrences",
  says: "The slot of a local date is right in every time zone, also when the clocks change",
  // The unit tests check a tenth of it.
  quick: false,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: { cases: { type: "string", default: "1000000" }, seed: { type: "string", default: "1" } },
    });
    let checked = 0;
    let zones = 0;
    const mismatches: string[] = [];
    for (const zone of compareWithTemporal(Number(values.cases), Number(values.seed))) {
      checked += zone.checked;
      zones += 1;
      mismatches.push(...zone.mismatches);
      if (zones % 20 === 0) console.log(`${zones} of ${everyTimeZone.length} zones, ${checked} cases`);
    }
    for (const mismatch of mismatches.slice(0, SHOWN_MISMATCHES)) console.log(mismatch);
    const figure = `${checked} cases in ${zones} zones (data ${process.versions.tz}), ${mismatches.length} differ from Temporal`;
    return { ok: mismatches.length === 0 && checked > 0, figure };
  },
};

if (import.meta.main) {
  const { ok, figure } = await proof.run(process.argv.slice(2));
  console.log(figure);
  process.exitCode = ok ? 0 : 1;
}
