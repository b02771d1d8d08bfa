import { expect, it } from "vitest";
import { sayEach, sayTrend, sayValue } from "./say-trend.ts";

const share = { unit: "share", better: "lower" } as const;

it("says where a figure goes, and whether that is good, in words", () => {
  expect(sayTrend({ now: 0.05, before: 0.12, ...share })).toEqual({
    arrow: "↓",
    words: "Down from 12 %, which is better",
  });
  expect(sayTrend({ now: 0.05, before: 0.12, unit: "share", better: "higher" }).words).toBe(
    "Down from 12 %, which is worse",
  );
  expect(sayTrend({ now: 4, before: 1.4, unit: "count", better: "lower" })).toEqual({
    arrow: "↑",
    words: "Up from 1.4, which is worse",
  });
});

it("calls a change that can't be read none", () => {
  expect(sayTrend({ now: 0.121, before: 0.12, ...share }).words).toBe("As before: 12 %");
  expect(sayTrend({ now: 0.124, before: 0.116, ...share }).words).toBe("As before: 12 %");
});

it("says when there is nothing to compare, or nothing at all", () => {
  expect(sayTrend({ now: 0.1, before: null, ...share }).words).toBe("Not enough episodes yet for a trend");
  expect(sayTrend({ now: null, before: null, ...share }).words).toBe("Nothing to measure yet");
  expect(sayValue(null, "share")).toBe("–");
});

it("reads every bar out", () => {
  expect(sayEach("Repetition", [0.1, null, 0], "share")).toBe(
    "Repetition, the oldest first: 10 %, nothing, 0 %",
  );
});
