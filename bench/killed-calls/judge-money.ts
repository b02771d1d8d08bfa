import type pg from "pg";
import { priceCall } from "#domain/usage/price-call.ts";
import type { ModelCall } from "#testing/model-server/model-call.ts";
import type { Series } from "./add-series.ts";

/** What `makePrice` sets. */
const PRICES = {
  uncachedInputNanosPerMillion: 3_000_000_000n,
  cacheReadNanosPerMillion: 300_000_000n,
  cacheWriteNanosPerMillion: 3_750_000_000n,
  outputNanosPerMillion: 15_000_000_000n,
};

export interface Verdict {
  runs: number;
  calls: number;
  /** Reservations that nobody came back to. */
  crashed: number;
  billedNanos: bigint;
  ledgerNanos: bigint;
  faults: string[];
}

interface Entered {
  exact: string;
  estimated: string;
  crashed: number;
  open: number;
  status: string;
  /** Steps that were paid for more than once, and calls that were made after their phase was kept. */
  twice: number;
  afterwards: number;
  windows: string | null;
}

/**
 * Compares the ledger of each run with what the model server has billed its model: never below, above by no more than the reservations of
 * crashed calls, equal where there are none.
 */
export async function judgeMoney(
  admin: pg.Client,
  calls: readonly ModelCall[],
  series: readonly Series[],
): Promise<Verdict> {
  const verdict: Verdict = {
    runs: series.length,
    calls: calls.length,
    crashed: 0,
    billedNanos: 0n,
    ledgerNanos: 0n,
    faults: [],
  };
  for (const { organizationId, queueId, model } of series) {
    const found = await admin.query<Entered>(ENTERED, [organizationId, queueId]);
    const [row] = found.rows;
    if (!row) throw new Error("a run is gone");
    const billed = calls
      .filter((call) => call.model === model)
      .reduce((sum, { charged }) => sum + priceCall(charged, PRICES), 0n);
    const ledger = BigInt(row.exact) + BigInt(row.estimated);
    verdict.crashed += row.crashed;
    verdict.billedNanos += billed;
    verdict.ledgerNanos += ledger;
    const blame = (what: string) => verdict.faults.push(`${model}: ${what}`);
    if (row.status !== "READY") blame(`the run ended as ${row.status}`);
    if (ledger < billed) blame(`the ledger says ${ledger}, ${billed} were billed`);
    if (ledger - billed > BigInt(row.estimated)) blame(`the ledger says ${ledger - billed} too much`);
    if (row.crashed === 0 && ledger !== billed) blame("the ledger differs though nothing was left behind");
    if (row.twice > 0) blame(`${row.twice} steps were paid for twice`);
    if (row.afterwards > 0) blame(`${row.afterwards} calls were made for phases that were kept`);
    if (row.open > 0) blame(`${row.open} reservations are still open`);
    if (BigInt(row.windows ?? 0) !== ledger) blame(`the windows say ${row.windows}, the ledger ${ledger}`);
  }
  return verdict;
}

const ENTERED = `
WITH entered AS (
  SELECT u.*, r.step_key FROM token_usage u
  JOIN usage_reservation r ON r.organization_id = u.organization_id AND r.call_key = u.call_key
  WHERE u.organization_id = $1
)
SELECT coalesce((SELECT sum(cost_nanos) FROM entered WHERE settlement = 'EXACT'), 0)::text AS exact,
  coalesce((SELECT sum(cost_nanos) FROM entered WHERE settlement = 'ESTIMATED'), 0)::text AS estimated,
  (SELECT count(*)::int FROM usage_reservation WHERE organization_id = $1 AND status = 'SWEPT') AS crashed,
  (SELECT count(*)::int FROM usage_reservation WHERE organization_id = $1 AND status = 'OPEN') AS open,
  (SELECT status::text FROM episode_schedule_queue WHERE id = $2) AS status,
  (SELECT count(*)::int FROM (SELECT FROM entered WHERE settlement = 'EXACT' GROUP BY step_key HAVING count(*) > 1) s) AS twice,
  (SELECT count(*)::int FROM usage_reservation r JOIN generation_phase p ON p.queue_id = r.queue_id AND p.phase = r.phase
   WHERE r.organization_id = $1 AND p.status = 'DONE' AND r.created_at > p.finished_at) AS afterwards,
  (SELECT sum(spent_nanos + reserved_nanos)::text FROM spending_window
   WHERE organization_id = $1 AND "window" = 'MONTH' AND scope_id = $1) AS windows`;
