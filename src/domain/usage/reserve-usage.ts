import { addSeconds } from "date-fns";
import type { AskedCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { BudgetWindow, PhaseName } from "#platform/db/generated/enums.ts";
import { callerOf } from "./internal/caller-of.ts";
import { reserveUsageSql } from "./internal/reserve-usage.sql.ts";
import type { Purpose } from "./purposes.ts";

/** A reservation is renewed three times before anybody else may settle it. */
export const RESERVATION_SECONDS = 60;

/** One attempt at a call, and the most that it can use. */
export interface CallToReserve {
  /** Names the attempt for ever: the step with the attempt's number. */
  callKey: string;
  /** What the call is for, over all of its attempts. */
  stepKey: string;
  purpose: Purpose;
  projectId?: string;
  /** Needs its project beside it. */
  episodeId?: string;
  queueId?: string;
  phase?: PhaseName;
  userId?: string;
  provider: string;
  model: string;
  promptVersion?: string;
  /** Null when the model has no price: nobody knows then what the call costs, and the worst case is zero. */
  modelPriceId: string | null;
  worstInputTokens: number;
  worstOutputTokens: number;
  worstCaseNanos: bigint;
}

/** A hard ceiling without room for a call. */
export interface FullBudget {
  window: BudgetWindow;
  /** Null for a ceiling of the whole organization. */
  projectId: string | null;
  /** The local date on which the window begins; 1970-01-01 for that of an episode. */
  startsOn: string;
  ceilingNanos: bigint;
  spentNanos: bigint;
  /** What other calls under way have set aside. */
  reservedNanos: bigint;
  neededNanos: bigint;
  /** It fits once calls under way have been settled: wait a little and try again. */
  isCrowded: boolean;
}

export type Reserved =
  | { kind: "reserved"; reservationId: string }
  | { kind: "full"; budget: FullBudget }
  /** The model has no price, and a hard ceiling applies. */
  | { kind: "unpriced" }
  /** The call key exists already. */
  | { kind: "known" };

/**
 * Sets the worst case of a call aside under every ceiling that applies, or refuses: in one statement and one transaction of its own, so that calls
 * at the same time can't pass a ceiling together. Whoever was let through must settle or release; who does neither is settled at the worst
 * case once `RESERVATION_SECONDS` have gone by without a renewal. Days and months are those of the zone by which the organization counts.
 */
export async function reserveUsage(ctx: AskedCtx, call: CallToReserve): Promise<Reserved> {
  const now = ctx.clock.now();
  const [row] = await runSql(ctx.db.pool, reserveUsageSql, [
    ...callerOf(ctx),
    now,
    addSeconds(now, RESERVATION_SECONDS),
    call.callKey,
    call.stepKey,
    call.purpose,
    call.projectId ?? null,
    call.episodeId ?? null,
    call.queueId ?? null,
    call.phase ?? null,
    call.userId ?? null,
    call.provider,
    call.model,
    call.promptVersion ?? null,
    call.modelPriceId,
    call.worstInputTokens,
    call.worstOutputTokens,
    call.worstCaseNanos,
  ]);
  if (!row) throw new Error("reserve_usage always answers with a row");
  if (row.outcome === "reserved") return { kind: "reserved", reservationId: row.reservationId };
  if (row.outcome !== "full") return { kind: row.outcome };
  const { window, projectId, startsOn, ceilingNanos, spentNanos, reservedNanos } = row;
  const neededNanos = call.worstCaseNanos;
  const isCrowded = spentNanos + neededNanos <= ceilingNanos;
  const ceiling = { window, projectId, startsOn, ceilingNanos, spentNanos, reservedNanos };
  return { kind: "full", budget: { ...ceiling, neededNanos, isCrowded } };
}
