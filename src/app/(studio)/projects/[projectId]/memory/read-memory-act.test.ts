import { describe, expect, it } from "vitest";
import { readMemoryAct } from "./read-memory-act.ts";
import { sayMoved } from "./say-moved.ts";

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("a form of memories", () => {
  it("asks for one thing with all that are chosen, as they were shown", () => {
    const given = form([
      ["memories", "a"],
      ["memories", "b"],
      ["revision.a", "3"],
      ["revision.b", "1"],
      ["revision.c", "9"],
      ["stands.b", "THE_OTHER"],
      ["act", "approve"],
    ]);
    expect(readMemoryAct(given)).toEqual({
      act: "approve",
      memories: [
        { memoryId: "a", revision: 3 },
        { memoryId: "b", revision: 1, stands: "THE_OTHER" },
      ],
    });
  });

  it("or with one alone, whatever is chosen besides", () => {
    const given = form([
      ["memories", "a"],
      ["revision.b", "4"],
      ["act", "pin:b"],
    ]);
    expect(readMemoryAct(given)).toEqual({ act: "pin", memories: [{ memoryId: "b", revision: 4 }] });
  });

  it.each([
    [[["act", "forget"]]],
    [[["memories", "a"]]],
    [
      [
        ["memories", "a"],
        ["act", "burn"],
      ],
    ],
  ])("is refused when it asks for nothing: %j", (fields) => {
    expect(() => readMemoryAct(form(fields as [string, string][]))).toThrow(/Choose|press/);
  });
});

describe("what was done with some memories", () => {
  it("is said in one sentence, and why the others were not", () => {
    expect(sayMoved("approve", { done: ["a"], missed: [] })).toBe("1 memory is approved.");
    const missed = ["b", "c"].map((memoryId) => ({ memoryId, why: "Maya was first." }));
    expect(sayMoved("forget", { done: ["a", "d"], missed })).toBe(
      "2 memories are forgotten. Not done for 2 memories: Maya was first.",
    );
  });
});
