import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { HoldKind } from "#platform/db/generated/enums.ts";
import { endAttemptSql } from "./internal/end-attempt.sql.ts";
import { LONGEST_WAIT_SECONDS, MAX_ATTEMPTS, retryDelaySeconds, waitingDelaySeconds } from "./retry-delay.ts";
import type { ClaimedRun } from "./run.ts";
import type { QueueStatus } from "./states.ts";

/** What went wrong in an attempt, as kept in the history of the run; `message` is for an editor. */
export interface RunError {
  code: string;
  message: string;
  phase?: string;
}

/** What a held run waits for: room under a ceiling for a call that may cost so much, or a price. It goes on by itself. */
export interface Hold {
  kind: HoldKind;
  forNanos: bigint | null;
}

/**
 * How an attempt ended. `RETRYING` fails for good once the attempts are used up; one that `isWaiting`, for a model that can't be
 * reached, uses up none and fails once it has waited for `LONGEST_WAIT_SECONDS`.
 */
export type RunOutcome =
  | { to: "READY" }
  | { to: "RETRYING"; error: RunError; retryAfterSeconds?: number; isWaiting?: boolean }
  | { to: "FAILED"; error: RunError }
  | { to: "HELD"; reason: string; hold: Hold }
  | { to: "SKIPPED"; reason: string }
  | { to: "CANCELLED"; reason: string };

/**
 * Ends the attempt of a run by compare-and-set on its fencing token, in the transaction that keeps what the attempt achieved.
 *
 * @returns the new status, or `lost` when the worker no longer holds the lease: roll back and stop
 */
export async function moveStatus(
  ctx: TxCtx,
  run: ClaimedRun,
  outcome: RunOutcome,
): Promise<QueueStatus | "lost"> {
  const now = ctx.clock.now();
  const isWaiting = outcome.to === "RETRYING" && outcome.isWaiting === true;
  const end = endOf(run, outcome, now, isWaiting ? await waitedSeconds(ctx, run, now) : null);
  const errors = "error" in outcome ? [{ at: now, attempt: run.attempt, phase: null, ...outcome.error }] : [];
  const values = [
    run.queueId,
    run.leaseToken,
    end.status,
    end.reason,
    end.availableAt,
    JSON.stringify(errors),
    now,
    outcome.to === "HELD" ? outcome.hold.kind : null,
    outcome.to === "HELD" ? outcome.hold.forNanos : null,
    isWaiting,
  ];
  const [row] = await runSql(ctx.tx, endAttemptSql, values);
  return row?.status ?? "lost";
}

/** For how long the run has waited already; 0 when it begins to. */
async function waitedSeconds(
  { tx, organizationId }: TxCtx,
  { queueId }: ClaimedRun,
  now: Date,
): Promise<number> {
  const row = await tx.episodeScheduleQueue.findUnique({
    where: { organizationId_id: { organizationId, id: queueId } },
    select: { waitingSince: true },
  });
  return (now.getTime() - (row?.waitingSince ?? now).getTime()) / 1000;
}

interface End {
  status: QueueStatus;
  reason: string | null;
  availableAt: Date | null;
}

function endOf(run: ClaimedRun, outcome: RunOutcome, now: Date, waited: number | null): End {
  switch (outcome.to) {
    case "READY":
      return { status: "READY", reason: null, availableAt: null };
    case "RETRYING": {
      const givenUp = givesUp(run, waited);
      if (givenUp !== null) {
        return { status: "FAILED", reason: `${outcome.error.message} ${givenUp}`, availableAt: null };
      }
      const seconds =
        waited === null
          ? retryDelaySeconds(run.attempt, jitterOf(run), outcome.retryAfterSeconds)
          : waitingDelaySeconds(waited, jitterOf(run), outcome.retryAfterSeconds);
      return {
        status: "RETRYING",
        reason: outcome.error.message,
        availableAt: new Date(now.getTime() + seconds * 1000),
      };
    }
    case "FAILED":
      return { status: "FAILED", reason: outcome.error.message, availableAt: null };
    default:
      return { status: outcome.to, reason: outcome.reason, availableAt: null };
  }
}

/** Why there is no further attempt; null when there is one. */
function givesUp({ attempt }: ClaimedRun, waited: number | null): string | null {
  if (waited === null) return attempt >= MAX_ATTEMPTS ? `It was tried ${attempt} times.` : null;
  return waited >= LONGEST_WAIT_SECONDS ? `It was tried for ${LONGEST_WAIT_SECONDS / 3600} hours.` : null;
}

/** The fencing token is random (a version 4 UUID), so that its first digits serve as a number from 0 to 1. */
function jitterOf({ leaseToken }: ClaimedRun): number {
  return Number.parseInt(leaseToken.slice(0, 8), 16) / 0xffff_ffff;
}
