import { parseArgs } from "node:util";
import { sayDollars } from "#domain/usage/say-dollars.ts";
import { withDatabase } from "#testing/with-database.ts";
import { killCalls } from "../killed-calls/kill-calls.ts";
import { KILL_POINTS } from "../killed-calls/kill-points.ts";
import type { Proof } from "../proof.ts";

/** Processes that write with a model, killed by `kill -9` between any two steps of a call; others go on. */
export const proof: Proof = {
  name: "killed-calls",
  says: "Killed between any two steps of a model call, the ledger is never below the bill, and no phase is paid for twice",
  quick: false,

  async run(args) {
    const { values } = parseArgs({
      args,
      options: { kills: { type: "string", default: "300" }, seed: { type: "string", default: "1" } },
    });
    const found = await withDatabase("killed-calls", (database) =>
      killCalls(database, { kills: Number(values.kills), seed: Number(values.seed) }),
    );
    for (const [point, count] of found.kills) console.log(`${String(count).padStart(4)} ${point}`);
    for (const fault of found.faults.slice(0, 20)) console.log(fault);
    const kills = [...found.kills.values()].reduce((sum, count) => sum + count, 0);
    const figure =
      `${kills} kills at ${found.kills.size} points of ${found.runs} runs, ${found.calls} calls: billed ${sayDollars(found.billedNanos)}, in the ledger ` +
      `${sayDollars(found.ledgerNanos)} with ${found.crashed} crashed reservations, ${found.faults.length} faults`;
    const isEverywhere = found.kills.size === Math.min(KILL_POINTS.length, Number(values.kills));
    return { ok: found.faults.length === 0 && kills >= Number(values.kills) && isEverywhere, figure };
  },
};
