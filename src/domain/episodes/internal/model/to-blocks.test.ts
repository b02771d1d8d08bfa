import { describe, expect, it } from "vitest";
import type { Candidate } from "../../brief.ts";
import type { BlockAnswer } from "./answers.ts";
import { toBlocks } from "./to-blocks.ts";

const shared = { language: "en", ordinal: 0, tokenCount: 20, excerpts: [], words: 20 };
const page: Candidate = {
  ...shared,
  id: "page",
  sourceId: "s1",
  sourceTitle: "The harbour",
  format: "MARKDOWN",
  headingPath: ["The harbour", "The bell"],
  text: "The crew says: “We don’t sail on a Friday, whatever comes.”",
  turns: [],
};
const talk: Candidate = {
  ...shared,
  id: "talk",
  sourceId: "s2",
  sourceTitle: "The review",
  format: "WEBVTT",
  headingPath: [],
  text: "",
  turns: [
    { speaker: "Ada", startMs: 1000, endMs: 2000, text: "The ferry is late again today." },
    { speaker: "Bo", startMs: 2000, endMs: 3000, text: "It was never on time in March." },
  ],
};
const byLabel = new Map([
  ["p1", page],
  ["p2", talk],
]);
const answer = (change: Partial<BlockAnswer>): BlockAnswer => ({
  ...{ kind: "text", text: "Words.", passages: ["p1"], answer: "", evidence: "" },
  ...change,
});
const one = (change: Partial<BlockAnswer>) => toBlocks([answer(change)], byLabel)[0];

describe("what a model wrote", () => {
  it("gets its citations from the labels, however they are written", () => {
    expect(one({ passages: ["[p1]", "P2", "p1"] })?.origins).toMatchObject([
      { kind: "PASSAGE", passageId: "page", quote: null, startMs: null },
      { kind: "PASSAGE", passageId: "talk", quote: null, startMs: 1000, endMs: 3000 },
    ]);
  });

  it("quotes in the passage's own signs, and keeps with the block what was quoted", () => {
    expect(one({ text: 'They say "we don\'t sail on a Friday" there.' })).toMatchObject({
      markdown: 'They say "We don’t sail on a Friday" there.',
      origins: [{ quote: "We don’t sail on a Friday" }],
    });
  });

  it("has no headings of its own", () => {
    expect(one({ text: "# The *bell*\n\nIt rings." })).toMatchObject({
      markdown: "**The _bell_**\n\nIt rings.",
    });
  });

  it("is a quotation of whoever said it, when, and under which heading it stands", () => {
    expect(
      one({ kind: "quote", text: "It was never on time in March", passages: ["p1", "p2"] }),
    ).toMatchObject({
      text: "It was never on time in March",
      attribution: { sourceTitle: "The review", heading: null, speaker: "Bo", startMs: 2000 },
      origins: [{ passageId: "talk", startMs: 2000, endMs: 3000 }],
    });
    expect(one({ kind: "quote", text: "We don’t sail on a Friday" })).toMatchObject({
      attribution: { sourceTitle: "The harbour", heading: "The bell", speaker: null, startMs: null },
    });
  });

  it("keeps words that stand nowhere as they are, for the check to find", () => {
    expect(one({ kind: "quote", text: "Nobody said this" })).toMatchObject({
      origins: [{ passageId: "page", quote: "Nobody said this" }],
    });
  });

  it("asks and answers from the evidence", () => {
    const recall: Partial<BlockAnswer> = {
      kind: "recall",
      text: "When?",
      answer: "Never on a Friday.",
      passages: ["p1"],
    };
    expect(one({ ...recall, evidence: '"We don\'t sail on a Friday…"' })).toEqual({
      type: "RECALL",
      question: "When?",
      answer: "Never on a Friday.",
      origins: [
        {
          kind: "PASSAGE",
          passageId: "page",
          quote: "We don’t sail on a Friday",
          startMs: null,
          endMs: null,
        },
      ],
    });
    expect(one({ kind: "scenario", text: "It is Friday.", answer: "What do you do?" })).toMatchObject({
      type: "SCENARIO",
      situation: "It is Friday.",
      task: "What do you do?",
    });
  });
});
