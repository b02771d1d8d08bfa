import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readSource } from "#domain/sources/read-source.ts";
import { structureSource } from "#domain/sources/structure-source.ts";
import type { Candidate, Passage } from "../../brief.ts";
import { builtInWriter } from "../../built-in-writer.ts";
import type { Material } from "../../writer.ts";

const review = fileURLToPath(
  new URL("../../../../../prisma/demo/sources/product-review.vtt", import.meta.url),
);

/** What the chair calls in the demo's transcript, each with the words that may stand for it in a heading. */
const TOPICS: [topic: string, words: RegExp][] = [
  ["boarding time", /boarding|party code/i],
  ["Easter Saturday", /easter|scanner/i],
  ["refunds", /refund/i],
  ["accessibility", /accessib|screen reader/i],
  ["ticket windows", /ticket window/i],
  ["residents' passes", /resident/i],
  ["notifications", /notification|message/i],
  ["payments", /payment|hauliers/i],
  ["the name", /name/i],
  ["launch", /launch/i],
];
/** Verbs read as nouns, asides and examples that stood over sections of it once. */
const KNOWN_BAD =
  /parties split|easy routes|steward|electricity|ice cream|villain|invoice|cancellation|berth|crews|mast\b|harbour|\bapp\b|\band sailing/i;

interface Told {
  title: string;
  sections: { heading: string | null; text: string }[];
}

async function tell(minutes: number): Promise<Told[]> {
  const read = await readSource({ text: readFileSync(review, "utf8") });
  const { chunks, language } = structureSource(read);
  const passages: Passage[] = chunks.map((chunk, ordinal) => ({
    id: `${ordinal}`,
    sourceId: "review",
    sourceTitle: "product review",
    format: read.format,
    language,
    ordinal,
    headingPath: chunk.headingPath,
    text: chunk.text,
    turns: chunk.turns ?? [],
    tokenCount: chunk.tokenCount,
  }));
  const material: Material = {
    project: { id: "p", title: "Review", goal: "", audience: "", language: "en", minutes },
    episodeNumber: 1,
    passages,
    coveredPassageIds: [],
    coveredTexts: [],
    coveredTitles: [],
    last: null,
    links: [],
    notes: [],
    recentTexts: [],
    coveredTopics: [],
    memories: [],
    corrections: [],
  };
  const told: Told[] = [];
  for (;;) {
    const { output: gathered } = await builtInWriter.gather(material);
    if (gathered.kind === "exhausted") return told;
    const { output: outline } = await builtInWriter.outline(gathered.brief);
    const byId = new Map(gathered.brief.candidates.map((candidate) => [candidate.id, candidate]));
    const sections = outline.sections.map(({ headings, passageIds }) => ({
      heading: headings[0]?.text ?? null,
      text: textAround(passageIds.flatMap((id) => byId.get(id) ?? [])),
    }));
    told.push({ title: outline.title, sections });
    material.episodeNumber += 1;
    material.coveredPassageIds.push(...outline.sections.flatMap(({ passageIds }) => passageIds));
    material.coveredTitles.push(outline.title);
  }

  /** The words of a section, and of the passage before it, at whose end its subject may have been called. */
  function textAround(section: Candidate[]): string {
    const before = passages[(section[0]?.ordinal ?? 0) - 1];
    return [before?.text ?? "", ...section.map(({ text }) => text)].join("\n").toLowerCase();
  }
}

describe.each([4, 6])("the headings of a transcript told in episodes of %i minutes", (minutes) => {
  let told: Told[] = [];
  beforeAll(async () => {
    told = await tell(minutes);
  });
  const headings = () => told.flatMap(({ sections }) => sections.flatMap(({ heading }) => heading ?? []));

  it.each(TOPICS)("name its topic %s", (_, words) => {
    expect(headings().filter((heading) => words.test(heading))).not.toEqual([]);
  });

  it("take the topics in the order in which they were called", () => {
    const order = headings().flatMap((heading) => {
      const topic = TOPICS.findIndex(([name]) => name.toLowerCase() === heading.toLowerCase());
      return topic === -1 ? [] : [topic];
    });
    expect(order.length).toBeGreaterThanOrEqual(8);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("are none of the clumsy ones, nor two phrases joined", () => {
    expect(headings().filter((heading) => KNOWN_BAD.test(heading) || / and /.test(heading))).toEqual([]);
    expect(told.map(({ title }) => title).filter((title) => KNOWN_BAD.test(title))).toEqual([]);
  });

  it("are words of their section, or tell who speaks and when", () => {
    for (const { heading, text } of told.flatMap(({ sections }) => sections)) {
      if (heading === null || /, \d+:\d\d$/.test(heading)) continue;
      expect(text).toContain(heading.toLowerCase());
    }
  });

  it("differ from each other, and so do the titles", () => {
    expect(new Set(headings()).size).toBe(headings().length);
    expect(new Set(told.map(({ title }) => title)).size).toBe(told.length);
  });

  it("are the same every time", async () => {
    expect(await tell(minutes)).toEqual(told);
  });
});
