import { z } from "zod";
import type { RunOutcome } from "#domain/schedule/move-status.ts";
import { type AppError, isAppError } from "#platform/errors.ts";
import type { Finding } from "../../writer.ts";
import { endRun } from "./end-run.ts";
import { inLease } from "./in-lease.ts";
import type { RunInHand } from "./run-phase.ts";

/** The check found what no reader should see; the same brief would give the same draft. */
export class DraftRefused extends Error {
  constructor(findings: readonly Finding[]) {
    const messages = [...new Set(findings.map(({ message }) => message))];
    super(`The draft did not pass the check. ${messages.slice(0, 3).join(" ")}`);
  }
}

const Errors = z.array(z.record(z.string(), z.unknown())).catch([]);

/**
 * Keeps what went wrong with the run, its phase and its episode. What may pass is tried again later, what can't pass ends
 * the run.
 *
 * @returns true when the error was expected: it is told, and nobody needs to look into the log
 */
export async function failRun(inHand: RunInHand, error: unknown): Promise<boolean> {
  const { ctx, run, phase, episodeId } = inHand;
  const outcome = outcomeOf(error, phase);
  await inLease(ctx, run, async (inside) => {
    const at = inside.clock.now();
    const { organizationId } = inside;
    await inside.tx.generationPhase.updateMany({
      where: { organizationId, queueId: run.queueId, phase, status: "RUNNING" },
      data: { status: "FAILED", error: outcome.error.message, finishedAt: at },
    });
    const key = { organizationId_id: { organizationId, id: episodeId } };
    const { generationErrors } = await inside.tx.episode.findUniqueOrThrow({
      where: key,
      select: { generationErrors: true },
    });
    const entry = { at: at.toISOString(), attempt: run.attempt, ...outcome.error };
    await inside.tx.episode.update({
      where: key,
      data: { generationErrors: JSON.parse(JSON.stringify([...Errors.parse(generationErrors), entry])) },
    });
    await endRun(inside, run, outcome);
  });
  return outcome.error.code !== "INTERNAL";
}

type Failure = Extract<RunOutcome, { to: "RETRYING" | "FAILED" }>;

function outcomeOf(error: unknown, phase: string): Failure {
  if (error instanceof DraftRefused)
    return { to: "FAILED", error: { code: "CHECK", message: error.message, phase } };
  if (isAppError(error) && error.code !== "INTERNAL") {
    const to = isPassing(error) ? "RETRYING" : "FAILED";
    return { to, error: { code: error.code, message: error.message, phase } };
  }
  const message = `Something unexpected went wrong in the phase “${phase.toLowerCase()}”.`;
  return { to: "RETRYING", error: { code: "INTERNAL", message, phase } };
}

function isPassing({ code }: AppError): boolean {
  return code === "NOT_NOW" || code === "LIMIT_REACHED" || code === "CONFLICT";
}
