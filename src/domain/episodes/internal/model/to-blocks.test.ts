import { describe, expect, it } from "vitest";
import { Brief, type Candidate } from "../../brief.ts";
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
const brief = Brief.parse({
  version: 1,
  project: { id: "p", title: "Quay", goal: "", audience: "", language: "en", minutes: 1 },
  episodeNumber: 1,
  candidates: [page, talk],
  wordsBeyond: 0,
  leftOut: [],
  covered: { passageIds: [], titles: [], fingerprint: [] },
  last: null,
  links: [],
  notes: ["bell", "ferry"].map((term) => ({
    ...{ id: `note ${term}`, text: `More of the ${term}.`, votes: 1, isStanding: false, shareBefore: null },
    directive: { kind: "MORE_OF", terms: [term] },
  })),
  memories: [{ id: "memory", text: "Say skipper, not captain.", kind: "STYLE", directive: null }],
  corrections: [],
});
const answer = (change: Partial<BlockAnswer>): BlockAnswer => ({
  ...{ kind: "text", text: "Words.", passages: ["p1"], answer: "", evidence: "", notes: [] },
  ...change,
});
const one = (change: Partial<BlockAnswer>) => toBlocks([answer(change)], brief)[0];

describe("what a model wrote", () => {
  it("gets its citations from the labels, however they are written", () => {
    expect(one({ passages: ["[p1]", "P2", "p1"] })?.origins).toMatchObject([
      { kind: "PASSAGE", passageId: "page", quote: null, startMs: null },
      { kind: "PASSAGE", passageId: "talk", quote: null, startMs: 1000, endMs: 3000 },
    ]);
  });

  it("names the notes and memories that it is there for, and none that nobody has sent", () => {
    expect(one({ notes: ["n2", "[M1]", "n2", "n9", "m7", "p1"] })?.origins.slice(1)).toEqual([
      { kind: "NOTE", noteId: "note ferry" },
      { kind: "MEMORY", memoryId: "memory" },
    ]);
    expect(
      one({ kind: "quote", text: "It was never on time", passages: ["p2"], notes: ["n1"] })?.origins,
    ).toEqual([expect.objectContaining({ kind: "PASSAGE" }), { kind: "NOTE", noteId: "note bell" }]);
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
