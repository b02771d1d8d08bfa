import { describe, expect, it } from "vitest";
import type { NoteVerdict } from "#domain/planning/steer.ts";
import type { Brief, Candidate, CoveredTopic } from "./brief.ts";
import { findContinuity } from "./find-continuity.ts";
import { fingerprintOf } from "./internal/select/fingerprint.ts";
import { measureHealth } from "./measure-health.ts";
import type { Draft, DraftBlock } from "./writer.ts";

const FEES =
  "The committee spoke for an hour about library fees. Library fees had risen twice, and nobody could say what the library fees had paid for.";
const BUSES =
  "The night bus runs until two. Drivers of the night bus asked for a second conductor, and the night bus loses money every winter.";

function candidate(id: string, speaker: string, text: string): Candidate {
  return {
    id,
    sourceId: "minutes",
    sourceTitle: "Minutes",
    format: "WEBVTT",
    language: "en",
    ordinal: 0,
    headingPath: [],
    text,
    turns: [{ speaker, startMs: 0, endMs: 60_000, text }],
    tokenCount: 40,
    excerpts: [],
    words: 25,
  };
}

function briefWith(topics: CoveredTopic[], notes: Brief["notes"] = []): Brief {
  return {
    version: 1,
    project: { id: "p", title: "Council", goal: "", audience: "", language: "en", minutes: 2 },
    episodeNumber: 3,
    candidates: [candidate("c1", "Ann Ridley", FEES), candidate("c2", "Bo Lind", BUSES)],
    wordsBeyond: 0,
    leftOut: [],
    covered: { passageIds: [], titles: [], fingerprint: [], wording: [], topics },
    last: null,
    links: [],
    notes,
    memories: [],
    corrections: [],
  };
}

const told = (heading: string, passageId: string, text: string): DraftBlock => ({
  type: "MARKDOWN",
  markdown: `${heading === "" ? "" : `## ${heading}\n\n`}${text}`,
  origins: [{ kind: "PASSAGE", passageId, quote: null, startMs: null, endMs: null }],
});
const draftOf = (...blocks: DraftBlock[]): Draft => ({ title: "The evening", dek: "", blocks, notes: [] });
const steering = (directive: Brief["notes"][number]["directive"]): Brief["notes"][number] => ({
  id: "n1",
  text: "",
  directive,
  votes: 1,
  isStanding: false,
  shareBefore: null,
  episodeId: "e1",
});
const verdict = (outcome: NoteVerdict["outcome"]): NoteVerdict => ({
  noteId: "n1",
  outcome,
  reason: null,
  measure: null,
  blocks: [1],
});

describe("what an episode does to the series", () => {
  it("adds a topic that no earlier one had, and updates one that came up, naming the newest that had it", () => {
    const brief = briefWith([
      { text: "Library fees", episodeId: "e1" },
      { text: "Fees of the library", episodeId: "e2" },
      { text: "The library's roof", episodeId: "e2" },
    ]);
    const draft = draftOf(told("The library fees", "c1", FEES), told("Night bus", "c2", BUSES));
    const links = findContinuity(brief, draft, []);
    expect(links).toEqual([
      { kind: "UPDATES", topic: "The library fees", earlierEpisodeId: "e2", noteId: null, block: 0 },
      { kind: "ADDS", topic: "Night bus", earlierEpisodeId: null, noteId: null, block: 1 },
    ]);
  });

  it("finds the topic of a stretch that only says who speaks and when", () => {
    const draft = draftOf(told("Bo Lind, 12:40", "c2", `${BUSES} ${BUSES}`));
    const brief = briefWith([]);
    brief.candidates = [
      { ...candidate("c2", "Bo Lind", BUSES), subject: "the night bus" },
      candidate("c1", "Ann Ridley", FEES),
    ];
    expect(findContinuity(brief, draft, []).map(({ kind, topic }) => `${kind} ${topic}`)).toEqual([
      "ADDS The night bus",
    ]);
  });

  it("is about its title where nothing else can be told", () => {
    const links = findContinuity(briefWith([]), draftOf(told("", "c9", "Short.")), []);
    expect(links).toMatchObject([{ kind: "ADDS", topic: "The evening", block: null }]);
  });

  it("resolves the question or the error of a note that was honoured, and of no other", () => {
    const question = steering({ kind: "ANSWER", question: "Who pays the fees?", terms: ["fees"] });
    const draft = draftOf(told("Library fees", "c1", FEES), told("", "c1", FEES));
    const resolves = (note: Brief["notes"][number], outcome: NoteVerdict["outcome"]) =>
      findContinuity(briefWith([], [note]), draft, [verdict(outcome)]).filter(
        ({ kind }) => kind === "RESOLVES",
      );
    expect(resolves(question, "USED")).toEqual([
      { kind: "RESOLVES", topic: "Who pays the fees?", earlierEpisodeId: "e1", noteId: "n1", block: 1 },
    ]);
    expect(resolves(question, "NOT_USED")).toEqual([]);
    expect(resolves(steering({ kind: "SHORTER" }), "USED")).toEqual([]);
    const correction = steering({ kind: "CORRECT", passageIds: [], wrong: null, right: "It rose once." });
    expect(resolves(correction, "PARTLY_USED")).toMatchObject([{ topic: "It rose once." }]);
  });
});

describe("the health of an episode", () => {
  it("is what share it repeats, recap and recall left out, and what share names a passage", () => {
    const brief = briefWith([]);
    const recap: DraftBlock = { type: "RECAP", markdown: BUSES, origins: [] };
    const draft = draftOf(recap, told("", "c1", FEES), told("", "c2", BUSES));
    expect(measureHealth(brief, draft).repeatedShare).toBe(0);
    const earlier = { ...brief, covered: { ...brief.covered, fingerprint: fingerprintOf(BUSES) } };
    const { repeatedShare, citedShare } = measureHealth(earlier, draft);
    expect(repeatedShare).toBeGreaterThan(0.3);
    expect(repeatedShare).toBeLessThan(0.7);
    expect(citedShare).toBeCloseTo(2 / 3, 1);
    expect(measureHealth(brief, draftOf({ ...recap, type: "MARKDOWN" })).citedShare).toBe(0);
  });
});
