/** A run that failed this often fails for good. */
export const MAX_ATTEMPTS = 5;

/** A run that waits for the other side so long, attempt after attempt, fails for good. */
export const LONGEST_WAIT_SECONDS = 24 * 3600;

const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 3600;
/** The other side is asked again at least so often: it may be back, and episodes wait for it. */
const LONGEST_WAITING_DELAY_SECONDS = 900;
/** Spreads runs that were told the same Retry-After. */
const RETRY_AFTER_SPREAD = 0.1;

/**
 * Seconds to wait before the next attempt: exponential back-off with full jitter ("Exponential Backoff and Jitter", AWS
 * Architecture Blog, 2015), and never less than the other side asked for.
 *
 * @param attempt the attempt that failed; 1 is the first
 * @param random from 0 to 1
 * @param retryAfterSeconds what a `Retry-After` header said
 */
export function retryDelaySeconds(attempt: number, random: number, retryAfterSeconds = 0): number {
  return jittered(
    Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (attempt - 1)),
    random,
    retryAfterSeconds,
  );
}

/**
 * Seconds to wait before the other side is asked again that could not be reached: the longer it is away the more, with full jitter,
 * and never less than it asked for.
 *
 * @param waitedSeconds since when it could not be reached
 */
export function waitingDelaySeconds(waitedSeconds: number, random: number, retryAfterSeconds = 0): number {
  const ceiling = Math.min(LONGEST_WAITING_DELAY_SECONDS, Math.max(FIRST_DELAY_SECONDS, waitedSeconds));
  return jittered(ceiling, random, retryAfterSeconds);
}

function jittered(ceiling: number, random: number, retryAfterSeconds: number): number {
  const asked = Math.max(0, retryAfterSeconds);
  return Math.ceil(Math.max(random * ceiling, asked * (1 + random * RETRY_AFTER_SPREAD)));
}
