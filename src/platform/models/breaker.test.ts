import { describe, expect, it } from "vitest";
import { makeBreaker } from "./breaker.ts";

const calm = () => makeBreaker(() => 0);

describe("the breaker before a provider", () => {
  it("lets all through until three have failed in a row", () => {
    const breaker = calm();
    breaker.failed(0, null);
    breaker.failed(0, null);
    expect(breaker.waitMs(0)).toBe(0);
    breaker.failed(0, null);
    expect(breaker.waitMs(0)).toBeGreaterThan(0);
  });

  it("closes at once for as long as it is asked to", () => {
    const breaker = calm();
    breaker.failed(1_000, 70_000);
    expect(breaker.waitMs(1_000)).toBe(70_000);
    expect(breaker.waitMs(70_999)).toBe(1);
    expect(breaker.waitMs(71_000)).toBe(0);
  });

  it("obeys what it was asked also when a call from before succeeds meanwhile", () => {
    const breaker = calm();
    breaker.failed(0, 70_000);
    breaker.succeeded();
    expect(breaker.waitMs(700)).toBe(69_300);
    breaker.failed(1_000, 5_000);
    breaker.succeeded();
    expect(breaker.waitMs(6_500)).toBe(63_500);
    expect(breaker.waitMs(70_000)).toBe(0);
  });

  it("sends one to find out, and all once that one got through", () => {
    const breaker = calm();
    for (let failure = 0; failure < 3; failure += 1) breaker.failed(0, null);
    const opens = breaker.waitMs(0);
    expect(breaker.waitMs(opens)).toBe(0);
    expect(breaker.waitMs(opens + 1)).toBeGreaterThan(4_000);
    breaker.succeeded();
    expect(breaker.waitMs(opens + 2)).toBe(0);
  });
});
