const FIRST_MS = 500;

/**
 * How long to wait before the next attempt: exponential back-off with full jitter ("Exponential Backoff and Jitter", AWS Architecture
 * Blog, 2015), and never less than was asked for; what is added to that spreads those who were told the same.
 *
 * @param attempt the one that failed; 1 is the first
 */
export function backOffMs(attempt: number, askedMs: number | null, random = Math.random): number {
  const jitter = random() * FIRST_MS * 2 ** attempt;
  return Math.ceil(jitter + (askedMs ?? 0));
}

/** Somewhere between half of a time and all of it. */
export function aboutMs(milliseconds: number, random = Math.random): number {
  return Math.ceil(milliseconds * (0.5 + random() / 2));
}
