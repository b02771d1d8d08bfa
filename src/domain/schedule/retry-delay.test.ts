import fc from "fast-check";
import { expect, it } from "vitest";
import { retryDelaySeconds, waitingDelaySeconds } from "./retry-delay.ts";

it("doubles the longest wait with each attempt, up to an hour", () => {
  expect([1, 2, 3, 4, 5, 20].map((attempt) => retryDelaySeconds(attempt, 1))).toEqual([
    30, 60, 120, 240, 480, 3600,
  ]);
});

it("spreads the waits over the whole span, so that runs that failed together do not return together", () => {
  expect([0, 0.25, 0.5].map((random) => retryDelaySeconds(3, random))).toEqual([0, 30, 60]);
});

it("never comes back sooner than it was told to, nor much later", () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      random,
      fc.integer({ min: 0, max: 86_400 }),
      (attempt, jitter, asked) => {
        const delay = retryDelaySeconds(attempt, jitter, asked);
        expect(delay).toBeGreaterThanOrEqual(asked);
        expect(delay).toBeLessThanOrEqual(Math.max(3600, Math.ceil(asked * 1.1)));
      },
    ),
  );
});

it("asks a model that is away the more seldom the longer it is away, every quarter of an hour at least", () => {
  expect([0, 30, 300, 900, 80_000].map((waited) => waitingDelaySeconds(waited, 1))).toEqual([
    30, 30, 300, 900, 900,
  ]);
  expect(waitingDelaySeconds(0, 0, 60)).toBe(60);
  expect(waitingDelaySeconds(0, 1, 600)).toBe(660);
});
