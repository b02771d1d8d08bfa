import { expect, it } from "vitest";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { sayDays, share, tokensOf } from "./say-usage.ts";

const none: UsageSums = {
  callCount: 0,
  uncachedInputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  costNanos: 0n,
  estimatedCount: 0,
};

it("adds the disjoint buckets once, and reasoning not at all, for it is inside output", () => {
  const sums = {
    ...none,
    uncachedInputTokens: 1,
    cacheReadTokens: 10,
    cacheWriteTokens: 100,
    outputTokens: 1000,
  };
  expect(tokensOf({ ...sums, reasoningTokens: 900 })).toBe(1111);
});

it("names the busiest day and what most tokens went into", () => {
  const days = [
    { ...none, date: "2026-11-18", uncachedInputTokens: 600, outputTokens: 100 },
    { ...none, date: "2026-11-19", uncachedInputTokens: 1_200, outputTokens: 100 },
    { ...none, date: "2026-11-20" },
  ];
  expect(sayDays(days)).toBe(
    "90 % of the tokens were read from sources and drafts, the rest was written. Thursday 19 November 2026 was the busiest of 2 days, with 1,300 tokens.",
  );
  expect(sayDays(days.slice(1))).toMatch(/All of it was used on Thursday 19 November 2026\.$/);
});

it("says nothing where there is nothing to show", () => {
  expect(sayDays([{ ...none, date: "2026-11-20" }])).toBeNull();
  expect(sayDays([])).toBeNull();
  expect(share(0, 0)).toBe("–");
});
