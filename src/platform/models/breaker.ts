import { aboutMs } from "./back-off.ts";

const FAILURES_TO_OPEN = 3;
const FIRST_OPEN_MS = 5_000;
const LONGEST_OPEN_MS = 60_000;
const PROBE_EVERY_MS = 5_000;
const SPREAD_MS = 2_000;

/**
 * Keeps calls away from a provider that does not answer ("Circuit Breaker", Nygard, Release It!, 2007): after three failures in a row, or
 * as soon as it asks to be left alone and for so long. Then one call in five seconds finds out whether it is back; one that gets
 * through lets all through. Times are milliseconds of the caller's clock: the libraries read the machine's own, which no test can move.
 */
export interface Breaker {
  /** How long to wait before asking again whether to call; 0 lets the caller through now. */
  waitMs(now: number): number;
  succeeded(): void;
  failed(now: number, retryAfterMs: number | null): void;
}

/** A breaker that lets everybody through until something fails. */
export function makeBreaker(random = Math.random): Breaker {
  let failures = 0;
  let opensAt = 0;
  /** What it asked for stays asked for, also when calls from before still succeed. */
  let notBefore = 0;
  let probedAt = Number.NEGATIVE_INFINITY;
  return {
    waitMs: (now) => {
      if (now < notBefore) return Math.ceil(notBefore - now + random() * SPREAD_MS);
      if (opensAt === 0) return 0;
      const next = Math.max(opensAt, probedAt + PROBE_EVERY_MS);
      if (now < next) return Math.ceil(next - now + random() * SPREAD_MS);
      probedAt = now;
      return 0;
    },
    succeeded: () => {
      failures = 0;
      opensAt = 0;
    },
    failed: (now, retryAfterMs) => {
      failures += 1;
      const beyond = failures - FAILURES_TO_OPEN;
      const own =
        beyond < 0
          ? 0
          : aboutMs(Math.min(LONGEST_OPEN_MS, FIRST_OPEN_MS * 2 ** Math.min(beyond, 10)), random);
      notBefore = Math.max(notBefore, now + (retryAfterMs ?? 0));
      const closedMs = Math.max(own, retryAfterMs ?? 0);
      if (closedMs > 0) opensAt = Math.max(opensAt, now + closedMs);
    },
  };
}
