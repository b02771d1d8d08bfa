import { describe, expect, it } from "vitest";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Passage, Turn } from "../../brief.ts";
import { excerptTranscript } from "./excerpt-transcript.ts";

const linguist = linguistFor("en");

function said(...lines: [speaker: string, text: string][]): Passage {
  const turns: Turn[] = lines.map(([speaker, text], at) => ({
    speaker,
    text,
    startMs: at * 5000,
    endMs: at * 5000 + 4000,
  }));
  return {
    id: "p",
    sourceId: "s",
    sourceTitle: "Review",
    format: "WEBVTT",
    language: "en",
    ordinal: 0,
    headingPath: [],
    text: turns.map(({ speaker, text }) => `${speaker}: ${text}`).join("\n"),
    turns,
    tokenCount: 100,
  };
}

function excerpts(...lines: [speaker: string, text: string][]) {
  return excerptTranscript([said(...lines)], new Set(), linguist).get("p") ?? [];
}

const FACT = "The scanner loses its network when six hundred tourists arrive on the quay at noon.";
const OTHER = "A paper ticket takes the steward three seconds, and the telephone takes eleven.";

describe("what is taken from a transcript", () => {
  it("keeps whole sentences word for word and marks what is passed over between them as a gap", () => {
    const [excerpt] = excerpts(["Ada", `${FACT} So I I was uh – no. ${OTHER}`]);
    expect(excerpt?.pieces).toEqual([FACT, OTHER]);
  });

  it("joins what a listener's noises and the cues of a subtitle file have cut", () => {
    const [excerpt] = excerpts(
      ["Ada", "The scanner loses its network"],
      ["Bo", "Mm-hmm."],
      ["Ada", "when six hundred tourists arrive on the quay at noon."],
      ["Bo", OTHER],
    );
    expect(excerpt).toMatchObject({ speaker: "Ada", startMs: 0, endMs: 14_000, pieces: [FACT] });
  });

  it("keeps a question with its short answer, and no question without one", () => {
    const question = "Does the scanner lose its network when the tourists arrive on the quay?";
    const asked = excerpts(["Ada", FACT], ["Bo", question], ["Ada", "Every single summer."], ["Bo", OTHER]);
    expect(asked.map(({ speaker, pieces }) => [speaker, ...pieces])).toContainEqual([
      "Ada",
      "Every single summer.",
    ]);
    const lonely = excerpts(["Ada", FACT], ["Ada", OTHER], ["Bo", question]);
    expect(lonely.flatMap(({ pieces }) => pieces).join(" ")).not.toContain("Does the scanner");
  });

  it("never begins with words that lean on what was left out", () => {
    const [excerpt] = excerpts(
      ["Ada", `They were, um, uh, um, broken. It costs the harbour eleven seconds of every steward. ${FACT}`],
      ["Bo", OTHER],
    );
    expect(excerpt?.pieces.at(0)).toBe(FACT);
  });

  it("finds nothing in a meeting of noises", () => {
    expect(
      excerpts(["Ada", "Um."], ["Bo", "Yeah, okay."], ["Ada", "So I – no."], ["Bo", "Right. Right."]),
    ).toEqual([]);
  });
});
