import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partition } from "./partition.ts";

const item = fc.record({
  words: fc.integer({ min: 5, max: 300 }),
  breakCost: fc.constantFrom(0, 0.05, 0.12, 0.5),
});

describe("the partition into episodes", () => {
  it("uses every item once and in order, and exceeds twice the target only for a single item", () => {
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 60 }),
        fc.integer({ min: 50, max: 400 }),
        fc.boolean(),
        (items, target, goesOn) => {
          const ends = partition(items, target, goesOn);
          expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
          expect(ends.at(-1) ?? 0).toBe(items.length);
          ends.forEach((end, at) => {
            const part = items.slice(ends[at - 1] ?? 0, end);
            const words = part.reduce((sum, { words: own }) => sum + own, 0);
            expect(part.length === 1 || words <= target * 2).toBe(true);
          });
        },
      ),
    );
  });

  it("prefers to stop where stopping costs nothing", () => {
    const chapters = [90, 20, 100, 100, 110].map((words, at) => ({ words, breakCost: at === 1 ? 0 : 0.5 }));
    expect(partition(chapters, 100)[0]).toBe(2);
  });

  it("does not leave a stump at the end", () => {
    const equal = Array.from({ length: 11 }, () => ({ words: 100, breakCost: 0.05 }));
    const ends = partition(equal, 500);
    expect(ends).toHaveLength(2);
    expect(Math.abs((ends[0] ?? 0) - 5.5)).toBeLessThan(1);
  });
});
