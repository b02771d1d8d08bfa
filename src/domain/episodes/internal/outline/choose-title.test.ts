import { describe, expect, it } from "vitest";
import type { Brief, Candidate } from "../../brief.ts";
import { chooseTitle } from "./choose-title.ts";
import { outlineSections } from "./outline-sections.ts";

function candidate(ordinal: number, headingPath: string[], words = 100): Candidate {
  return {
    id: `p${ordinal}`,
    sourceId: "s",
    sourceTitle: "handbook",
    format: "MARKDOWN",
    language: "en",
    ordinal,
    headingPath,
    text: "The scheduler writes rows.",
    turns: [],
    tokenCount: 1,
    excerpts: [],
    words,
  };
}

function brief(titles: string[] = []): Brief {
  return {
    version: 1,
    project: { id: "p", title: "Series", goal: "", audience: "", language: "en", minutes: 5 },
    episodeNumber: titles.length + 1,
    candidates: [],
    wordsBeyond: 0,
    leftOut: [],
    covered: { passageIds: [], titles, fingerprint: [], wording: [], topics: [] },
    last: null,
    links: [],
    notes: [],
    memories: [],
    corrections: [],
  };
}

const titleOf = (run: Candidate[], titles: string[] = []) =>
  chooseTitle(run, outlineSections(run, brief(titles)), brief(titles));

describe("the title of an episode", () => {
  it("is the document's when the episode begins it", () => {
    expect(titleOf([candidate(0, ["The queue"]), candidate(1, ["The queue", "Leases"])])).toBe("The queue");
  });

  it("is made of the names of the longest chapters when it goes on", () => {
    const run = [
      candidate(3, ["The queue", "Leases"], 90),
      candidate(4, ["The queue", "Tokens"], 80),
      candidate(5, ["The queue", "Heartbeats"], 20),
    ];
    expect(titleOf(run)).toBe("Leases and tokens");
  });

  it("is one heading when the others are clauses", () => {
    const run = [
      candidate(3, ["The queue", "When a worker dies"], 90),
      candidate(4, ["The queue", "Is it well?"], 80),
    ];
    expect(titleOf(run)).toBe("When a worker dies");
  });

  it("is never one that the series has had", () => {
    const run = [candidate(0, ["The queue"])];
    expect(titleOf(run, ["The Queue"])).toBe("The queue (2)");
    expect(titleOf(run, ["the queue", "The queue (2)"])).toBe("The queue (3)");
  });

  it("names what a generic heading belongs to", () => {
    expect(titleOf([candidate(2, ["The queue", "Overview"])])).toBe("The queue: overview");
  });
});

function talk(ordinal: number, text: string, subject?: string): Candidate {
  const startMs = ordinal * 60_000;
  const spoken = { speaker: "Ada", startMs, endMs: startMs + 50_000 };
  return {
    ...candidate(ordinal, []),
    sourceTitle: "product review",
    text,
    turns: [{ ...spoken, text }],
    excerpts: [{ kind: "speech", ...spoken, pieces: [text], words: 100, asks: false, weight: 1 }],
    ...(subject === undefined ? {} : { subject }),
  };
}

describe("the title of an episode of talk", () => {
  const said = "We all came early, and nobody knew who had the keys.";

  it("is made of at most two subjects that were called", () => {
    const run = [talk(0, said, "Easter Saturday"), talk(1, said, "refunds"), talk(2, said, "ticket windows")];
    expect(titleOf(run)).toBe("Easter Saturday and refunds");
    expect(titleOf(run, ["Easter Saturday and refunds"])).toBe("Easter Saturday");
  });

  it("is the source and the time when nothing tells what the talk is about", () => {
    const run = [talk(0, said), talk(1, said)];
    expect(outlineSections(run, brief())[0]?.headings).toEqual([{ level: 2, text: "Ada, 0:00" }]);
    expect(titleOf(run)).toBe("Product review, 0:00–1:50");
  });
});
