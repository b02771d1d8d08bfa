import { expect, it } from "vitest";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { amountOf, readMeasure, sayAmount, sayChange, share } from "./measure.ts";

const sums: UsageSums = {
  callCount: 3,
  uncachedInputTokens: 1,
  cacheReadTokens: 10,
  cacheWriteTokens: 100,
  outputTokens: 1_000,
  reasoningTokens: 900,
  costNanos: 2_940_000_000n,
  estimatedCount: 0,
  unpricedCount: 0,
};
const free = { ...sums, costNanos: 0n };

it("adds the disjoint buckets once, and reasoning not at all, for it is inside output", () => {
  expect(amountOf(sums, "tokens")).toBe(1_111);
  expect(sayAmount(amountOf(sums, "tokens"), "tokens")).toBe("1,111 tokens");
  expect(sayAmount(amountOf(sums, "cost"), "cost")).toBe("$2.94");
});

it("counts money where there is any, or where a price is missing, unless the address says otherwise", () => {
  expect(readMeasure(undefined, sums)).toBe("cost");
  expect(readMeasure(undefined, free)).toBe("tokens");
  expect(readMeasure(undefined, { ...free, unpricedCount: 1 })).toBe("cost");
  expect(readMeasure("tokens", sums)).toBe("tokens");
  for (const asked of ["toString", "", ["cost"], 1]) expect(readMeasure(asked, free)).toBe("tokens");
});

it("says a difference by its sign in percent, and a large one as a multiple", () => {
  const cases: [number, number, string | null][] = [
    [112, 100, "+12 %"],
    [88, 100, "−12 %"],
    [100.2, 100, "±0 %"],
    [0, 100, "−100 %"],
    [320, 100, "3.2 ×"],
    [12_345, 1_000, "12 ×"],
    [5, 0, null],
  ];
  for (const [now, before, said] of cases) expect(sayChange(now, before)).toBe(said);
});

it("calls a share nothing only where there is nothing", () => {
  expect(share(71, 100)).toBe("71 %");
  expect(share(1, 1_000)).toBe("< 1 %");
  expect(share(0, 1_000)).toBe("0 %");
  expect(share(0, 0)).toBe("–");
});
