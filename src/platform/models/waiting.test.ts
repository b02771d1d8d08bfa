import { describe, expect, it } from "vitest";
import { seededRandom } from "#testing/seeded-random.ts";
import { backOffMs } from "./back-off.ts";
import { makeBreaker } from "./breaker.ts";
import { retryAfterMs } from "./retry-after.ts";

const NOW = new Date("2026-11-20T06:30:00.250Z");

describe("Retry-After", () => {
  it.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": " 1.5 " }, 1_500],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after-ms": "350", "retry-after": "9" }, 350],
    [{ "retry-after-ms": "soon", "retry-after": "9" }, 9_000],
    [{ "retry-after": "Fri, 20 Nov 2026 06:31:31 GMT" }, 90_750],
    [{ "retry-after": "Fri, 20 Nov 2026 06:29:00 GMT" }, 0],
    [{ "retry-after": "86400" }, 86_400_000],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "-5" }, null],
    [{ "retry-after": "99999999999999999999" }, null],
    [{ "retry-after": "" }, null],
    [{}, null],
  ])("%o means %s ms", (headers, milliseconds) => {
    expect(retryAfterMs(new Headers(headers), NOW)).toBe(milliseconds);
  });
});

describe("waiting before the next attempt", () => {
  it("has full jitter that grows, and comes on top of what was asked for", () => {
    const random = seededRandom(3);
    const waits = (attempt: number, asked: number | null) =>
      Array.from({ length: 400 }, () => backOffMs(attempt, asked, random));
    const [first, second, asked] = [waits(1, null), waits(2, null), waits(1, 5_000)];
    expect(Math.max(...first)).toBeLessThanOrEqual(1_000);
    expect(Math.max(...second)).toBeGreaterThan(1_500);
    expect(Math.min(...second)).toBeLessThan(200);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(5_000);
    expect(new Set(asked).size).toBeGreaterThan(200);
  });
});

describe("the breaker", () => {
  const breaker = () => makeBreaker(seededRandom(1));

  it("lets everybody through until three calls in a row have failed", () => {
    const tried = breaker();
    tried.failed(0, null);
    tried.failed(0, null);
    tried.succeeded();
    tried.failed(0, null);
    tried.failed(0, null);
    expect(tried.waitMs(0)).toBe(0);
    tried.failed(0, null);
    expect(tried.waitMs(0)).toBeGreaterThanOrEqual(2_500);
  });

  it("keeps everybody away for as long as the provider asked, from the first time on", () => {
    const asked = breaker();
    asked.failed(1_000, 30_000);
    expect(asked.waitMs(1_000)).toBeGreaterThanOrEqual(30_000);
    expect(asked.waitMs(30_999)).toBeGreaterThanOrEqual(1);
    expect(asked.waitMs(31_000)).toBe(0);
    asked.failed(31_000, 10_000);
    expect(asked.waitMs(40_999)).toBeGreaterThanOrEqual(1);
  });

  it("never asks for less when a shorter wait is told later", () => {
    const asked = breaker();
    asked.failed(0, 30_000);
    asked.failed(0, 1_000);
    expect(asked.waitMs(29_999)).toBeGreaterThanOrEqual(1);
  });

  it("lets one through in five seconds to find out, and all once that got through", () => {
    const opened = breaker();
    opened.failed(0, 10_000);
    expect(opened.waitMs(10_000)).toBe(0);
    expect(opened.waitMs(10_000)).toBeGreaterThanOrEqual(5_000);
    expect(opened.waitMs(14_999)).toBeGreaterThanOrEqual(1);
    expect(opened.waitMs(15_000)).toBe(0);
    opened.succeeded();
    expect([opened.waitMs(15_001), opened.waitMs(15_001)]).toEqual([0, 0]);
  });

  it("spreads those who wait, and waits longer the longer it lasts, a minute at most", () => {
    const opened = breaker();
    for (let at = 0; at < 20; at += 1) opened.failed(0, null);
    const waits = Array.from({ length: 50 }, () => opened.waitMs(0));
    expect(new Set(waits).size).toBeGreaterThan(40);
    expect(Math.max(...waits)).toBeLessThanOrEqual(62_000);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000);
  });
});
