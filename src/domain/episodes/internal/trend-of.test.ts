import { expect, it } from "vitest";
import { trendOf } from "./trend-of.ts";

const ten = Array.from({ length: 10 }, (_, at) => ({ part: at < 5 ? 8 : 2, whole: 10 }));

it("compares the last five with the five before, and shows each, the oldest first", () => {
  const { now, before, each } = trendOf(ten);
  expect(now).toBeCloseTo(0.8);
  expect(before).toBeCloseTo(0.2);
  expect(each).toEqual([...Array(5).fill(0.2), ...Array(5).fill(0.8)]);
});

it("compares nothing until there are ten, and says nothing of what was never measured", () => {
  expect(trendOf(ten.slice(0, 9))).toMatchObject({ now: 0.8, before: null });
  expect(trendOf([])).toEqual({ now: null, before: null, each: [] });
  expect(trendOf([{ part: 0, whole: 0 }])).toEqual({ now: null, before: null, each: [null] });
});

it("weighs each by what it measures, and leaves out what is older than ten", () => {
  const uneven = [{ part: 1, whole: 1 }, { part: 0, whole: 99 }, ...Array(3).fill({ part: 0, whole: 0 })];
  expect(trendOf(uneven).now).toBeCloseTo(0.01);
  expect(trendOf([...ten, { part: 10, whole: 10 }]).before).toBeCloseTo(0.2);
  expect(trendOf([...ten, ...ten]).each).toHaveLength(10);
});
