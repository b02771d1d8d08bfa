import { isModelCallError, ModelCallError } from "../../model-call-error.ts";

/** A step with all its attempts and waits. */
const LONGEST_STEP_MS = 20 * 60_000;

/**
 * Runs a step with a signal that also says when it has taken too long.
 *
 * @throws ModelCallError STOPPED when the caller's signal ended it, TIMEOUT when the deadline did
 */
export async function withDeadline<T>(
  given: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  longestMs = LONGEST_STEP_MS,
): Promise<T> {
  const deadline = AbortSignal.timeout(longestMs);
  const signal = given ? AbortSignal.any([given, deadline]) : deadline;
  try {
    signal.throwIfAborted();
    return await work(signal);
  } catch (error) {
    if (!signal.aborted || (isModelCallError(error) && error.problem !== "STOPPED")) throw error;
    if (given?.aborted) throw new ModelCallError("STOPPED", "The call was stopped.", { cause: error });
    throw new ModelCallError(
      "TIMEOUT",
      "The model took too long, all attempts together. It is asked again later.",
      {
        cause: error,
      },
    );
  }
}
