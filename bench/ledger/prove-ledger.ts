import pg from "pg";
import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import type { TestDatabase } from "#testing/database.ts";
import { BOTH_CHANGES, makeCalls, type Span } from "./calls.ts";
import { compareRanges, compareTables, findDrift, rollUpAgain } from "./check-ledger.ts";
import { deliverCalls } from "./deliver.ts";
import { countExpected } from "./expected.ts";
import { makeLedgerScene } from "./scene.ts";

export interface LedgerToProve {
  rows: number;
  ranges: number;
  seed: number;
  /** One organization for each; eight telling ones unless said otherwise. */
  zones?: string[];
  /** When the calls were made; over both changes of the clocks unless said otherwise. */
  span?: Span;
  /** Takes a line on how it goes. */
  say?: (line: string) => void;
}

export interface ProvenLedger {
  rows: number;
  deliveries: number;
  rollUps: number;
  ranges: number;
  days: number;
  /** Seconds that the deliveries took, roll-ups between them included. */
  seconds: number;
  /** Whatever is not as it was counted apart; empty when all agrees. */
  wrong: string[];
}

/** Fills a ledger by the product's own way and holds everything that is summed from it against a count of its own. */
export async function proveLedger(
  database: TestDatabase,
  { rows, ranges, seed, zones, span = BOTH_CHANGES, say = () => undefined }: LedgerToProve,
): Promise<ProvenLedger> {
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    const scene = await makeLedgerScene(database, zones);
    const calls = makeCalls(scene, { count: rows, seed, span });
    const expected = countExpected(calls);
    const began = performance.now();
    const { deliveries, entered, rollUps } = await deliverCalls(scene, calls, seed, say);
    const seconds = (performance.now() - began) / 1_000;
    const { rows: counted } = await admin.query("select count(*)::int as count from token_usage");
    const wrong: string[] = [];
    if (entered !== rows || counted[0]?.count !== rows)
      wrong.push(`${entered} calls were new and ${counted[0]?.count} are in the ledger, expected ${rows}`);

    say(`${entered} calls from ${deliveries} deliveries are in the ledger after ${seconds.toFixed(0)} s`);
    const half = Math.floor(ranges / 2);
    wrong.push(...(await compareRanges(scene, calls, expected, { ranges: half, seed })));
    await rollUpDays(scene.worker);
    wrong.push(...(await compareRanges(scene, calls, expected, { ranges: ranges - half, seed: seed + 1 })));
    wrong.push(...(await compareTables(admin, expected)));
    say(`${ranges} ranges and all rows of the roll-ups are compared`);
    const again = await rollUpAgain(scene, admin);
    if (!again.isSame) wrong.push("a second roll-up changed rows");
    say(`${again.days} days are rolled up again`);
    wrong.push(...(await findDrift(scene)));
    return { rows, deliveries, rollUps, ranges, days: again.days, seconds, wrong };
  } finally {
    await admin.end();
  }
}
