import { describe, expect, it } from "vitest";
import { comparePlans } from "./compare-plans.ts";

const plan = (...sections: [heading: string, ...passages: string[]][]) => ({
  sections: sections.map(([heading, ...passages]) => ({
    heading,
    passages: passages.map((id) => ({ id, place: `Place of ${id}` })),
  })),
});
const told = (...compared: Parameters<typeof comparePlans>) =>
  comparePlans(...compared).map(({ kind, heading, from, to }) => `${heading} ${kind} ${from}>${to}`);

describe("two plans of an episode", () => {
  it("are the same where nothing moves", () => {
    const same = plan(["Bell", "1", "2"], ["Tide", "3"]);
    expect(told(same, same)).toEqual(["Bell STAYS 1>1", "Tide STAYS 2>2"]);
  });

  it("differ by sections that come and go, and those behind them have not moved", () => {
    expect(
      told(
        plan(["Bell", "1"], ["Tide", "2"], ["Quay", "3"]),
        plan(["Ferry", "9"], ["Bell", "1"], ["Tide", "2"]),
      ),
    ).toEqual(["Ferry COMES null>1", "Bell STAYS 1>2", "Tide STAYS 2>3", "Quay GOES 3>null"]);
  });

  it("differ by the order of those that stay", () => {
    expect(told(plan(["Bell", "1"], ["Tide", "2"]), plan(["Tide", "2"], ["Bell", "1"]))).toEqual([
      "Tide MOVES 2>1",
      "Bell MOVES 1>2",
    ]);
  });

  it("differ by passages, under another heading too", () => {
    const [change] = comparePlans(plan(["Bell", "1", "2"]), plan(["The old bell", "2", "3"]));
    expect(change).toEqual({
      ...{ kind: "CHANGES", heading: "The old bell", from: 1, to: 1 },
      ...{ comes: ["Place of 3"], goes: ["Place of 1"] },
    });
  });

  it("pair each section once, the one with most passages in common first", () => {
    const before = plan(["Bell", "1", "2", "3"], ["Tide", "4"]);
    const after = plan(["Bell", "1"], ["Bell, on", "2", "3", "4"]);
    expect(told(before, after)).toEqual(["Bell CHANGES 1>1", "Bell, on CHANGES 2>2"]);
  });
});
