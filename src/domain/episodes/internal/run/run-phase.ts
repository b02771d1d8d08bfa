import type { z } from "zod";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import { BUILT_IN_MODEL } from "#domain/usage/price-list.ts";
import type { Purpose } from "#domain/usage/purposes.ts";
import { recordUsage } from "#domain/usage/record-usage.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import type { PhaseName, Prisma } from "#platform/db/generated/client.ts";
import type { PhaseResult } from "../../writer.ts";
import type { BegunEpisode } from "./begin-episode.ts";
import { RunEnded } from "./end-run.ts";
import { inLease } from "./in-lease.ts";

/** What whoever holds the run wants to say to it, and to hear. */
export interface Handling {
  /** The run is cancelled or lost: stop at once, in the middle of a call too. */
  signal: AbortSignal;
  /** The worker is to stop: begin nothing more; a call under way may end, for it is paid for. */
  leaving?: AbortSignal | undefined;
  /** Hears when the run only waits for a model's answer. */
  onWaiting?: ((isWaiting: boolean) => void) | undefined;
}

/** One run in the hands of this worker, from its first phase to its last. */
export interface RunInHand extends BegunEpisode, Handling {
  ctx: Ctx;
  run: ClaimedRun;
  /** The phase under way, for its calls and for what goes wrong in it. */
  phase: PhaseName;
  phaseId: string | null;
}

/** What each phase's tokens are entered for. */
export const PURPOSE_OF: Readonly<Record<PhaseName, Purpose>> = {
  GATHER: "episode.gather",
  OUTLINE: "episode.outline",
  WRITE: "episode.write",
  CHECK: "episode.check",
  FINISH: "episode.finish",
};

interface Phase<Output> {
  name: PhaseName;
  output: z.ZodType<Output>;
  /** What must hold before any work, in the transaction that shows the phase under way. */
  begin?(ctx: TxCtx): Promise<void>;
  work(): Promise<PhaseResult<Output>>;
  /** What is kept besides the output, in the same transaction. */
  keep?(ctx: TxCtx, output: Output): Promise<void>;
}

/**
 * Runs a phase outside any transaction and keeps its output and its tokens in one; a phase that was kept before is only
 * read. Nothing of it is in the database before the whole is, so it is never paid for twice.
 */
export async function runPhase<Output>(inHand: RunInHand, phase: Phase<Output>): Promise<Output> {
  const { ctx, run, outputs } = inHand;
  inHand.phase = phase.name;
  const stored = outputs.get(phase.name);
  if (stored !== undefined) return phase.output.parse(stored);
  const phaseId = await inLease(ctx, run, async (inside) => {
    await phase.begin?.(inside);
    return startPhase(inside, inHand, phase.name);
  });
  inHand.phaseId = phaseId;
  if (inHand.signal.aborted || inHand.leaving?.aborted) throw new RunEnded();
  const startedAt = ctx.clock.now();
  const { output, tokens } = await phase.work();
  await inLease(ctx, run, async (inside) => {
    const finishedAt = ctx.clock.now();
    await inside.tx.generationPhase.update({
      where: { id: phaseId },
      // Outputs are plain data by their schemas.
      data: { status: "DONE", output: output as Prisma.InputJsonValue, error: null, finishedAt },
    });
    if (tokens !== null) {
      await recordUsage(inside, [
        {
          callKey: `phase:${phaseId}`,
          purpose: PURPOSE_OF[phase.name],
          ...BUILT_IN_MODEL,
          tokens: { uncachedInput: tokens.input, cacheRead: 0, cacheWrite: 0, output: tokens.output },
          projectId: run.projectId,
          episodeId: inHand.episodeId,
          queueId: run.queueId,
          phase: phase.name,
          durationMs: finishedAt.getTime() - startedAt.getTime(),
          userId: inHand.userId,
        },
      ]);
    }
    await phase.keep?.(inside, output);
  });
  return output;
}

/** Shows that the phase is under way. The row keeps its id over attempts, so that it names one entry of the ledger. */
async function startPhase(
  { tx, organizationId, clock }: TxCtx,
  { run, episodeId }: RunInHand,
  phase: PhaseName,
): Promise<string> {
  const started = {
    status: "RUNNING",
    attempt: run.attempt,
    startedAt: clock.now(),
    finishedAt: null,
    error: null,
  } as const;
  const { id } = await tx.generationPhase.upsert({
    where: { queueId_phase: { queueId: run.queueId, phase } },
    create: { organizationId, queueId: run.queueId, episodeId, phase, ...started },
    update: { ...started, startCount: { increment: 1 } },
    select: { id: true },
  });
  return id;
}
