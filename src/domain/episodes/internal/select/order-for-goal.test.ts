import { expect, it } from "vitest";
import type { Candidate } from "../../brief.ts";
import { orderForGoal } from "./order-for-goal.ts";

const words = new Map<string, string[]>();

function candidate(id: string, sourceId: string, stems: string[], headingPath: string[] = []): Candidate {
  words.set(id, stems);
  return {
    id,
    sourceId,
    sourceTitle: sourceId,
    format: "MARKDOWN",
    language: "en",
    ordinal: 0,
    headingPath,
    text: "",
    turns: [],
    tokenCount: 1,
    excerpts: [],
    words: 100,
  };
}

const order = (candidates: Candidate[], goal: string[], episodeWords = 1000) =>
  orderForGoal(candidates, new Set(goal), ({ id }) => words.get(id) ?? [], episodeWords).map(({ id }) => id);

it("keeps the order of the sources when all of them serve the goal, or none does", () => {
  const candidates = [
    candidate("a", "1", ["tide"]),
    candidate("b", "2", ["tide", "moon"]),
    candidate("c", "1", ["moon"]),
  ];
  expect(order(candidates, ["tide", "moon"])).toEqual(["a", "c", "b"]);
  expect(order(candidates, ["price"])).toEqual(["a", "c", "b"]);
});

it("tells a source with none of the goal's words last, and whole", () => {
  const candidates = [
    candidate("a", "1", ["cake"]),
    candidate("b", "1", ["bread"]),
    candidate("c", "2", ["tide"]),
  ];
  expect(order(candidates, ["tide"])).toEqual(["c", "a", "b"]);
});

it("moves the chapters of a long source one by one", () => {
  const candidates = [
    candidate("a", "1", ["tide"], ["Book", "Sea"]),
    candidate("b", "1", ["cake"], ["Book", "Kitchen"]),
    candidate("c", "1", ["tide"], ["Book", "Moon"]),
  ];
  expect(order(candidates, ["tide"], 50)).toEqual(["a", "c", "b"]);
  expect(order(candidates, ["tide"], 1000)).toEqual(["a", "b", "c"]);
});
