import type { RunError, RunOutcome } from "#domain/schedule/move-status.ts";
import { isModelCallError, type ModelCallError, type ModelProblem } from "#domain/usage/model-call-error.ts";
import { type AppError, isAppError } from "#platform/errors.ts";
import { DraftRefused } from "./draft-refused.ts";

/** What becomes of a run after an error: it is tried again, waits, is held, or fails. */
export type FailedOutcome = Extract<RunOutcome, { to: "RETRYING" | "FAILED" | "HELD" }>;

/** What may pass is tried again later, what waits for money is held, what can't pass ends the run. */
export function outcomeOf(error: unknown, phase: string): FailedOutcome {
  if (error instanceof DraftRefused)
    return { to: "FAILED", error: { code: "CHECK", message: error.message, phase } };
  if (isModelCallError(error)) return afterModelCall(error, phase);
  if (isAppError(error) && error.code !== "INTERNAL") {
    const told = { code: error.code, message: error.message, phase };
    return isPassing(error) ? retry(told, error) : { to: "FAILED", error: told };
  }
  const message = `Something unexpected went wrong in the phase “${phase.toLowerCase()}”.`;
  return { to: "RETRYING", error: { code: "INTERNAL", message, phase } };
}

/** Nobody's fault and no attempt: the provider is away. */
const AWAY: ReadonlySet<ModelProblem> = new Set(["UNAVAILABLE", "TIMEOUT"]);
/** Asked again, a model may do better. */
const UNUSABLE: ReadonlySet<ModelProblem> = new Set(["TRUNCATED", "EMPTY", "REFUSED", "INVALID_ANSWER"]);

function afterModelCall(error: ModelCallError, phase: string): FailedOutcome {
  const { problem, message, neededNanos: forNanos = null } = error;
  if (problem === "OVER_BUDGET") return { to: "HELD", reason: message, hold: { kind: "BUDGET", forNanos } };
  if (problem === "NO_PRICE") return { to: "HELD", reason: message, hold: { kind: "PRICE", forNanos } };
  const told = { code: problem, message, phase };
  if (AWAY.has(problem)) return { ...retry(told, error), isWaiting: true };
  return UNUSABLE.has(problem) ? retry(told, error) : { to: "FAILED", error: told };
}

function retry(error: RunError, { retryAfterSeconds }: AppError) {
  return {
    to: "RETRYING",
    error,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  } as const;
}

function isPassing({ code }: AppError): boolean {
  return code === "NOT_NOW" || code === "LIMIT_REACHED" || code === "CONFLICT";
}
