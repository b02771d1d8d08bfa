import { expect, it } from "vitest";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { groupDays, type UsageDay } from "./group-days.ts";
import { sayBars } from "./say-usage.ts";

const none: UsageSums = {
  callCount: 0,
  uncachedInputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  costNanos: 0n,
  estimatedCount: 0,
  unpricedCount: 0,
};
const purposes = [
  { ...none, label: "Checking", costNanos: 290_000_000n },
  { ...none, label: "Writing", costNanos: 710_000_000n },
];

function day(date: string, sums: Partial<UsageSums> = {}): UsageDay {
  return { ...none, ...sums, date, isProvisional: false };
}

const days = [
  day("2026-11-18", { uncachedInputTokens: 600, outputTokens: 100, costNanos: 900_000_000n }),
  day("2026-11-19", { uncachedInputTokens: 1_200, outputTokens: 100, costNanos: 100_000_000n }),
  day("2026-11-20"),
];

it("names the busiest day and what most tokens went into", () => {
  expect(sayBars({ ...groupDays(days), purposes }, "tokens")).toBe(
    "90 % of the tokens were read from sources and drafts, the rest was written. Thursday 19 November 2026 was the busiest of 2 days, with 1,300 tokens.",
  );
  expect(sayBars({ ...groupDays(days.slice(1)), purposes }, "tokens")).toMatch(
    /All of it was used on Thursday 19 November 2026\.$/,
  );
});

it("names the dearest day and what most of the money went into", () => {
  expect(sayBars({ ...groupDays(days), purposes }, "cost")).toBe(
    "Writing takes 71 % of the money. Wednesday 18 November 2026 was the dearest of 2 days, with $0.90.",
  );
});

it("says nothing where there is nothing to show", () => {
  expect(sayBars({ ...groupDays([day("2026-11-20")]), purposes }, "cost")).toBeNull();
  expect(sayBars({ ...groupDays([]), purposes: [] }, "tokens")).toBeNull();
});

it("speaks of months where the days are too many to be told apart", () => {
  const year = Array.from({ length: 365 }, (_, index) =>
    day(new Date(Date.UTC(2025, 10, 22 + index)).toISOString().slice(0, 10), { costNanos: 1_000_000_000n }),
  );
  const grouped = groupDays(year);
  expect(grouped.bars).toHaveLength(13);
  expect(grouped.bars[0]).toMatchObject({ from: "2025-11-22", until: "2025-11-30", label: "Nov 2025" });
  expect(grouped.bars.reduce((sum, bar) => sum + bar.costNanos, 0n)).toBe(365_000_000_000n);
  const parts = [
    { date: "2025-11-22", purpose: "episode.write", costNanos: 3n },
    { date: "2025-11-30", purpose: "episode.write", costNanos: 4n },
    { date: "2025-12-01", purpose: "episode.write", costNanos: 5n },
  ];
  expect(
    groupDays(year, parts)
      .bars.map(({ dearestNanos }) => dearestNanos)
      .slice(0, 3),
  ).toEqual([7n, 5n, 0n]);
  expect(sayBars({ ...grouped, purposes }, "cost")).toMatch(
    /December 2025 was the dearest of 13 months, with \$31\.00\.$/,
  );
});
