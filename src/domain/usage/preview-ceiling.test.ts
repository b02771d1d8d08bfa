import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PastCost, previewCeiling } from "./preview-ceiling.ts";

const cost = (day: number, episode: number | null, nanos: bigint): PastCost => {
  const date = `2026-10-${String(day).padStart(2, "0")}`;
  return { startsOn: date, date, episodeId: episode === null ? null : `episode ${episode}`, nanos };
};
const inOneMonth = (costs: PastCost[]) => costs.map((one) => ({ ...one, startsOn: "2026-10-01" }));

const someCosts = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 31 }),
      episode: fc.option(fc.integer({ min: 1, max: 20 })),
      nanos: fc.bigInt({ min: 0n, max: 1_000n }),
    }),
    { maxLength: 60 },
  )
  .map((costs) =>
    costs.sort((a, b) => a.day - b.day).map(({ day, episode, nanos }) => cost(day, episode, nanos)),
  );
const ceilings = fc.bigInt({ min: 0n, max: 5_000n });

describe("the preview of a ceiling", () => {
  it("says what would have been held, from which date on, and what of the money would have been spent", () => {
    const costs = inOneMonth([
      cost(1, 1, 40n),
      cost(2, null, 10n),
      cost(5, 2, 60n),
      cost(9, 3, 45n),
      cost(20, 2, 10n),
    ]);
    expect(previewCeiling(costs, 100n)).toEqual({
      heldEpisodes: 1,
      heldFrom: "2026-10-05",
      allowedNanos: 95n,
      totalNanos: 165n,
      fullWindows: 1,
      windows: 1,
    });
  });

  it("begins anew in each window", () => {
    const costs = [cost(1, 1, 60n), cost(1, 2, 60n), cost(2, 3, 60n), cost(3, 4, 120n)];
    expect(previewCeiling(costs, 100n)).toMatchObject({
      heldEpisodes: 2,
      heldFrom: "2026-10-01",
      allowedNanos: 120n,
      fullWindows: 2,
      windows: 3,
    });
  });

  it("of zero holds all that costs anything, and nothing that is free", () => {
    expect(previewCeiling([cost(1, 1, 0n), cost(2, 2, 1n)], 0n)).toMatchObject({
      heldEpisodes: 1,
      allowedNanos: 0n,
    });
  });

  it("of no spending at all says so", () => {
    expect(previewCeiling([], 5n)).toMatchObject({
      heldEpisodes: 0,
      heldFrom: null,
      totalNanos: 0n,
      windows: 0,
    });
  });

  it("never lets more through in a window than the ceiling, nor more than was spent", () => {
    fc.assert(
      fc.property(someCosts, ceilings, (costs, ceiling) => {
        const all = previewCeiling(costs, ceiling);
        expect(all.allowedNanos <= all.totalNanos).toBe(true);
        expect(all.allowedNanos === all.totalNanos).toBe(all.heldFrom === null);
        for (const day of new Set(costs.map(({ startsOn }) => startsOn))) {
          const one = previewCeiling(
            costs.filter(({ startsOn }) => startsOn === day),
            ceiling,
          );
          expect(one.allowedNanos <= ceiling).toBe(true);
        }
      }),
    );
  });

  it("holds nothing where no window cost more", () => {
    fc.assert(
      fc.property(someCosts, (costs) => {
        const sums = new Map<string, bigint>();
        for (const { startsOn, nanos } of costs) sums.set(startsOn, (sums.get(startsOn) ?? 0n) + nanos);
        const dearest = [...sums.values()].reduce((most, sum) => (sum > most ? sum : most), 0n);
        expect(previewCeiling(costs, dearest).heldFrom).toBeNull();
        if (dearest > 0n) expect(previewCeiling(costs, dearest - 1n).heldFrom).not.toBeNull();
      }),
    );
  });
});
