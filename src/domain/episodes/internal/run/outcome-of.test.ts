import { describe, expect, it } from "vitest";
import { ModelCallError, type ModelProblem } from "#domain/usage/model-call-error.ts";
import { AppError } from "#platform/errors.ts";
import { DraftRefused } from "./draft-refused.ts";
import { outcomeOf } from "./outcome-of.ts";

const of = (problem: ModelProblem, details = {}) =>
  outcomeOf(new ModelCallError(problem, "What it says.", details), "WRITE");

describe("what becomes of a run after a model call", () => {
  it("is held for what the call would have cost, until there is room or a price", () => {
    expect(of("OVER_BUDGET", { neededNanos: 70n })).toEqual({
      to: "HELD",
      reason: "What it says.",
      hold: { kind: "BUDGET", forNanos: 70n },
    });
    expect(of("NO_PRICE")).toMatchObject({ to: "HELD", hold: { kind: "PRICE", forNanos: null } });
  });

  it.each(["UNAVAILABLE", "TIMEOUT"] as const)("waits, uncounted, for a provider with %s", (problem) => {
    expect(of(problem, { retryAfterSeconds: 90 })).toEqual({
      to: "RETRYING",
      isWaiting: true,
      retryAfterSeconds: 90,
      error: { code: problem, message: "What it says.", phase: "WRITE" },
    });
  });

  it.each(["TRUNCATED", "EMPTY", "REFUSED", "INVALID_ANSWER"] as const)(
    "is tried again, counted, after %s",
    (problem) => {
      expect(of(problem)).toEqual({
        to: "RETRYING",
        error: { code: problem, message: "What it says.", phase: "WRITE" },
      });
    },
  );

  it.each(["NO_MODEL", "NO_KEY", "KEY_REFUSED", "UNKNOWN_MODEL"] as const)("fails after %s", (problem) => {
    expect(of(problem)).toMatchObject({ to: "FAILED", error: { code: problem } });
  });

  it("obeys a Retry-After of any other refusal, and keeps the rest as it was", () => {
    const busy = new AppError("LIMIT_REACHED", "Too often.", { retryAfterSeconds: 20 });
    expect(outcomeOf(busy, "GATHER")).toMatchObject({ to: "RETRYING", retryAfterSeconds: 20 });
    expect(outcomeOf(new AppError("NOT_FOUND", "Gone."), "GATHER")).toMatchObject({ to: "FAILED" });
    expect(outcomeOf(new DraftRefused([]), "CHECK")).toMatchObject({
      to: "FAILED",
      error: { code: "CHECK" },
    });
    expect(outcomeOf(new TypeError("x"), "CHECK")).toMatchObject({
      to: "RETRYING",
      error: { code: "INTERNAL" },
    });
  });
});
