import { z } from "zod";
import type { RunError } from "#domain/schedule/move-status.ts";
import { isModelCallError } from "#domain/usage/model-call-error.ts";
import type { TxCtx } from "#platform/context.ts";
import { endRun, RunEnded } from "./end-run.ts";
import { inLease } from "./in-lease.ts";
import { outcomeOf } from "./outcome-of.ts";
import type { RunInHand } from "./run-phase.ts";

/**
 * Keeps what went wrong with the run, its phase and its episode, and moves the run to what becomes of it.
 *
 * @returns true when the error was expected: it is told, and nobody needs to look into the log
 * @throws RunEnded when the run was told to stop, which is no failure
 */
export async function failRun(inHand: RunInHand, error: unknown): Promise<boolean> {
  const { ctx, run, phase } = inHand;
  if (isModelCallError(error, "STOPPED")) return leave(inHand);
  const outcome = outcomeOf(error, phase);
  const message = outcome.to === "HELD" ? outcome.reason : outcome.error.message;
  await inLease(ctx, run, async (inside) => {
    await inside.tx.generationPhase.updateMany({
      where: { organizationId: inside.organizationId, queueId: run.queueId, phase, status: "RUNNING" },
      data: { status: "FAILED", error: message, finishedAt: inside.clock.now() },
    });
    // To be held is no error of the writing.
    if (outcome.to !== "HELD") await keepError(inside, inHand, outcome.error);
    await endRun(inside, run, outcome);
  });
  return outcome.to === "HELD" || outcome.error.code !== "INTERNAL";
}

/** Ends what somebody cancelled; a run that is only given back stays as it is, for the next worker. */
async function leave({ ctx, run }: RunInHand): Promise<never> {
  await inLease(ctx, run, async () => undefined);
  throw new RunEnded();
}

const Errors = z.array(z.looseObject({ message: z.string() })).catch([]);

/** One that is the same as the last, while the run waits, is kept once. */
async function keepError(
  { tx, organizationId, clock }: TxCtx,
  { run, episodeId }: RunInHand,
  error: RunError,
): Promise<void> {
  const key = { organizationId_id: { organizationId, id: episodeId } };
  const episode = await tx.episode.findUniqueOrThrow({ where: key, select: { generationErrors: true } });
  const kept = Errors.parse(episode.generationErrors);
  const last = kept.at(-1);
  if (last?.message === error.message && last.attempt === run.attempt) return;
  const entry = { at: clock.now().toISOString(), attempt: run.attempt, ...error };
  await tx.episode.update({
    where: key,
    data: { generationErrors: JSON.parse(JSON.stringify([...kept, entry])) },
  });
}
