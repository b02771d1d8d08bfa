import { expect, test } from "vitest";
import { sayMeasure } from "./say-measure.ts";

test.each([
  [
    { name: "share of the words about it", before: 0.041, after: 0.12 },
    "Share of the words about it: 4.1 % → 12 %",
  ],
  [{ name: "share of the words about it", before: 0.2, after: 0 }, "Share of the words about it: 20 % → 0 %"],
  [{ name: "minutes", before: 8, after: 5 }, "Minutes: 8 → 5"],
  [
    { name: "quotations for a thousand words", before: 0, after: 3.25 },
    "Quotations for a thousand words: 0 → 3.3",
  ],
  [null, null],
  [{ name: "minutes" }, null],
])("%j is told as %s", (measure, says) => {
  expect(sayMeasure(measure)).toBe(says);
});
