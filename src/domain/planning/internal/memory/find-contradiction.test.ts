import { describe, expect, it } from "vitest";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";
import type { Directive } from "../../directive.ts";
import { findContradiction, opposes, type Standing } from "./find-contradiction.ts";

const said = (text: string, directive: Directive | null = null) => ({ text, directive, vector: null });
const standing = (id: string, text: string, more: Partial<Standing> = {}): Standing => ({
  id,
  isPinned: false,
  ...said(text),
  ...more,
});
const contradicts = (one: string, other: string, language = "en") =>
  findContradiction(said(one), [standing("a", other)], language) !== null;

describe("two statements", () => {
  it.each([
    ["The board meets on Tuesday.", "The board meets on Friday."],
    ["The launch of the ferry is on 12 March.", "The launch of the ferry is on 19 March."],
    ["We call the landing place a berth.", "We never call the landing place a berth."],
    ["Ticket windows stay open.", "Ticket windows do not stay open."],
    ["The budget for dredging is 1.5 million.", "The budget for dredging is 2 million."],
  ])("say otherwise: %s / %s", (one, other) => {
    expect(contradicts(one, other)).toBe(true);
    expect(contradicts(other, one)).toBe(true);
  });

  it.each([
    ["The board meets on Tuesday.", "the board meets on tuesday"],
    ["The launch of the ferry is on 12 March.", "The launch of the ferry is on 12 March at noon."],
    ["The board meets on Tuesday.", "The canteen is closed on Friday."],
    ["The harbour has 3 cranes.", "The library has 12 rooms."],
    ["Readers are apprentices.", "Never use the word synergy."],
  ])("do not: %s / %s", (one, other) => {
    expect(contradicts(one, other)).toBe(false);
  });

  it("are compared in German by numbers and denials, where each noun begins with a capital", () => {
    expect(contradicts("Die Fähre fährt um 8 Uhr ab.", "Die Fähre fährt um 9 Uhr ab.", "de")).toBe(true);
    expect(contradicts("Der Schalter bleibt offen.", "Der Schalter bleibt nicht offen.", "de")).toBe(true);
    expect(contradicts("Der Hafen öffnet früh.", "Der Hafen öffnet früh am Morgen.", "de")).toBe(false);
  });

  it("are near in meaning in other words too", async () => {
    const [one = [], other = []] = await sentenceVectors([
      "The committee gathers every Tuesday.",
      "The committee meets each Friday.",
    ]);
    const mine = { ...said("The committee gathers every Tuesday."), vector: one };
    const theirs = standing("a", "The committee meets each Friday.", { vector: other });
    expect(findContradiction(mine, [theirs], "en")?.id).toBe("a");
  });

  it("that differ: the pinned one is named first, then the first by id", () => {
    const others = [
      standing("a", "The board meets on Friday."),
      standing("b", "The board meets on Monday.", { isPinned: true }),
      standing("c", "The board meets on Monday.", { isPinned: true }),
    ];
    expect(findContradiction(said("The board meets on Tuesday."), others, "en")?.id).toBe("b");
  });
});

describe("two wishes", () => {
  const more: Directive = { kind: "MORE_OF", terms: ["ferries"] };
  it.each<[Directive, Directive, boolean]>([
    [more, { kind: "LESS_OF", terms: ["ferry"] }, true],
    [more, { kind: "SKIP", terms: ["ferries", "tickets"] }, true],
    [more, { kind: "LESS_OF", terms: ["tickets"] }, false],
    [
      { kind: "MORE_OF", terms: ["ticket machines"] },
      { kind: "LESS_OF", terms: ["washing machines"] },
      false,
    ],
    [more, more, false],
    [{ kind: "LESS_OF", terms: ["ferries"] }, { kind: "SKIP", terms: ["ferries"] }, false],
    [{ kind: "SHORTER" }, { kind: "LONGER" }, true],
    [{ kind: "SHORTER" }, { kind: "SHORTER" }, false],
    [{ kind: "START_FROM", sourceId: "a" }, { kind: "START_FROM", sourceId: "b" }, true],
    [{ kind: "START_FROM", sourceId: "a" }, { kind: "START_FROM", sourceId: "a" }, false],
  ])("%j and %j: %s", (one, other, expected) => {
    expect(opposes(one, other, "en")).toBe(expected);
    expect(opposes(other, one, "en")).toBe(expected);
  });
});
