import { expect, it } from "vitest";
import { sayLateness } from "./say-lateness.ts";

it("calls an episode late only from two seconds after its slot on", () => {
  expect([0, 999, 1_400, 2_000, 2_100, 65_000].map(sayLateness)).toEqual([
    "At its slot.",
    "At its slot.",
    "1.4 s after its slot.",
    "2.0 s after its slot.",
    "2.1 s after its slot: late.",
    "1 min 5 s after its slot: late.",
  ]);
});
