import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSource } from "#domain/sources/read-source.ts";
import { structureSource } from "#domain/sources/structure-source.ts";
import { askAuthor } from "#testing/ask-author.ts";
import { modelAuthor } from "#testing/model-author.ts";
import type { Passage } from "./brief.ts";
import { builtInWriter } from "./built-in-writer.ts";
import { modelWriter } from "./model-writer.ts";
import { wordsFor } from "./reading-time.ts";
import { rememberEpisode } from "./remember-episode.ts";
import type { Draft, FinishedEpisode, Material, Writer, WriterOutline } from "./writer.ts";

interface Told {
  outline: WriterOutline;
  draft: Draft;
  episode: FinishedEpisode;
}

interface Series {
  told: Told[];
  /** Why it ended; null when it had not ended after `most` episodes. */
  reason: string | null;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));

async function passagesOf(fileName: string, text: string): Promise<{ passages: Passage[]; links: string[] }> {
  const read = await readSource({ text });
  const { chunks, language, links } = structureSource(read);
  const passages = chunks.map((chunk, ordinal) => ({
    id: `${fileName} ${ordinal}`,
    sourceId: fileName,
    sourceTitle: fileName,
    format: read.format,
    language,
    ordinal,
    headingPath: chunk.headingPath,
    text: chunk.text,
    turns: chunk.turns ?? [],
    tokenCount: chunk.tokenCount,
  }));
  return { passages, links };
}

/** Both writers keep the same promises. */
const WRITERS: [name: string, writer: Writer][] = [
  ["built-in", builtInWriter],
  ["model", modelWriter(askAuthor(modelAuthor()))],
];

async function writeSeries(
  writer: Writer,
  sources: { fileName: string; text: string }[],
  { minutes = 3, goal = "", language = "en", most = 30 } = {},
): Promise<Series> {
  const read = await Promise.all(sources.map(({ fileName, text }) => passagesOf(fileName, text)));
  const material: Material = {
    project: { id: "project", title: "A series", goal, audience: "", language, minutes },
    episodeNumber: 1,
    passages: read.flatMap(({ passages }) => passages),
    coveredPassageIds: [],
    coveredTexts: [],
    coveredTitles: [],
    last: null,
    links: read.flatMap(({ links }) => links),
    notes: [],
    recentTexts: [],
    coveredTopics: [],
    memories: [],
    corrections: [],
  };
  const told: Told[] = [];
  while (told.length < most) {
    const { output: gathered } = await writer.gather(material);
    if (gathered.kind === "exhausted") return { told, reason: gathered.reason };
    // What is stored must be all that a later phase needs.
    const brief: typeof gathered.brief = JSON.parse(JSON.stringify(gathered.brief));
    const { output: outline } = await writer.outline(brief);
    const { output: draft } = await writer.write(brief, outline);
    const { output: verdict } = await writer.check(brief, draft);
    expect(verdict.findings).toEqual([]);
    const { output: episode } = await writer.finish(brief, verdict.draft);
    told.push({ outline, draft, episode });
    material.episodeNumber += 1;
    material.coveredPassageIds.push(...citedIn(draft));
    material.coveredTexts.push(...episode.blocks.map(({ markdown }) => markdown));
    material.coveredTitles.push(episode.title);
    material.last = rememberEpisode({ id: String(told.length), ...episode });
  }
  return { told, reason: null };
}

function citedIn(draft: Draft): string[] {
  const ids = draft.blocks.flatMap(({ origins }) =>
    origins.flatMap((o) => (o.kind === "PASSAGE" ? [o.passageId] : [])),
  );
  return [...new Set(ids)];
}

/** What must hold of every series, whatever it is written from. */
function expectSound({ told, reason }: Series, minutes: number): void {
  const cited = told.flatMap(({ draft }) => citedIn(draft));
  expect(new Set(cited).size).toBe(cited.length);
  const titles = told.map(({ episode }) => episode.title.toLowerCase());
  expect(new Set(titles).size).toBe(titles.length);
  for (const { episode } of told) {
    expect(episode.title).not.toBe("");
    expect(episode.wordCount).toBeLessThanOrEqual(wordsFor(minutes) * 1.5 + 160);
    for (const { html } of episode.blocks) expect(html).not.toMatch(/<script|<iframe|\son\w+=|javascript:/i);
  }
  expect(reason).toMatch(/Add a source, and the series goes on\.$/);
}

const NOUNS =
  "harbour ledger turbine lantern orchard glacier violin compass archive granary lighthouse caravan tannery observatory viaduct quarry".split(
    " ",
  );
const VERBS =
  "repairs measures carries forgets paints follows counts shelters lifts answers borrows polishes".split(" ");
const ADJECTIVES =
  "copper quiet narrow borrowed winter painted distant hollow patient crooked amber northern".split(" ");
const ODDITIES = [
  "A [link](https://example.org/a) and [another](../up.md) stand here beside the copper gate.",
  "<script>alert(1)</script> is written in the book, and <b onclick='x()'>so is this</b> for all to see.",
  "Use `a | b` and *never* **both**, because a_b_c stays a_b_c in every northern harbour.",
  "She said “we never sail on a Friday” and then “nobody asked us” to the winter crew.",
  "1. This is no list but a number at the start of a paragraph of some length.",
  "# is a sign, > is a sign, and \\* is a sign that the quiet archive never uses.",
  "![a picture](https://example.org/picture.png)",
  "Zażółć gęślą jaźń, said the violin, and 東京 answered in the amber evening 🙂 with patience.",
];

const sentence = fc
  .tuple(
    fc.constantFrom(...ADJECTIVES),
    fc.constantFrom(...NOUNS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...ADJECTIVES),
    fc.constantFrom(...NOUNS),
    fc.nat(9999),
  )
  .map(
    ([a, noun, verb, b, object, count]) =>
      `The ${a} ${noun} ${verb} ${count} times the ${b} ${object}, because the ${object} of ${b} ${noun} stands near.`,
  );
const paragraph = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join(" ")),
  },
  { weight: 1, arbitrary: fc.constantFrom(...ODDITIES) },
  {
    weight: 1,
    arbitrary: fc
      .array(sentence, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join("\n")),
  },
);
const heading = fc
  .tuple(fc.constantFrom("#", "##", "###"), fc.constantFrom(...ADJECTIVES), fc.constantFrom(...NOUNS))
  .map(([mark, a, n]) => `${mark} ${a} ${n}`);
const document = fc
  .array(fc.tuple(fc.option(heading), fc.array(paragraph, { minLength: 1, maxLength: 5 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((sections) =>
    sections
      .map(([title, parts]) => [...(title === null ? [] : [title]), ...parts].join("\n\n"))
      .join("\n\n"),
  );
const turn = fc.tuple(
  fc.constantFrom("Ada", "Bo Lind", "Chair", ""),
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" ")),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom("Mm-hmm.", "Yeah.", "Um so I I think – no.", "Right, okay, thank you."),
    },
    { weight: 1, arbitrary: sentence.map((said) => `Um, ${said.slice(0, -1)}, what do you say to that?`) },
  ),
);
const transcript = fc
  .array(turn, { minLength: 2, maxLength: 60 })
  .map((turns) =>
    [
      "WEBVTT",
      ...turns.map(
        ([speaker, text], at) =>
          `${clock(at)} --> ${clock(at + 1)}\n${speaker === "" ? "" : `<v ${speaker}>`}${text}`,
      ),
    ].join("\n\n"),
  );

function clock(at: number): string {
  return new Date(at * 9000).toISOString().slice(11, 23);
}

const GERMAN_FRAME = /Die heutigen Seiten stammen aus|Heute lesen wir in|Diesmal kommen die Seiten aus/;
const GERMAN_QUESTION =
  /Warum\? “|Wie endet dieser Satz|Welche Wörter fehlen|Was gehört in die Lücke|Wie geht der Satz weiter/;

describe.each(WRITERS)("a series of the %s writer", (name, writer) => {
  it("is sound whatever the sources hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(document, transcript), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 2, 5),
        async (texts, minutes) => {
          const sources = texts.map((text, at) => ({ fileName: `source ${at}`, text }));
          expectSound(
            await writeSeries(writer, sources, { minutes, goal: "Know the harbour and its ledger." }),
            minutes,
          );
        },
      ),
      // A counterexample is a whole series: shrinking it would take longer than reading it.
      { numRuns: name === "built-in" ? 25 : 5, endOnFailure: true },
    );
  }, 120_000);

  it("is the same every time", async () => {
    const text = readFileSync(`${root}/prisma/demo/sources/product-review.vtt`, "utf8");
    const most = name === "built-in" ? 30 : 2;
    const write = () => writeSeries(writer, [{ fileName: "review", text }], { minutes: 5, most });
    expect(await write()).toEqual(await write());
  }, 60_000);

  it("tells a guide of ten chapters in ten episodes, each under its own title", async () => {
    const folder = `${root}/docs/guide`;
    const files = readdirSync(folder).sort();
    const sources = files.map((fileName) => ({
      fileName,
      text: readFileSync(`${folder}/${fileName}`, "utf8"),
    }));
    const series = await writeSeries(writer, sources, {
      minutes: 5,
      goal: "Understand how Episodic plans and writes a series.",
    });
    expectSound(series, 5);
    const titles = sources.map(({ text }) => /^# (.*)$/m.exec(text)?.[1]);
    if (name === "built-in") expect(series.told.map(({ episode }) => episode.title)).toEqual(titles);
    else expect(series.told.length).toBeGreaterThanOrEqual(titles.length / 2);
    expect(series.told.at(-1)?.outline.isLast).toBe(true);
  }, 60_000);

  it("tells every passage of a clean transcript that says something", async () => {
    const text = readFileSync(`${root}/prisma/demo/sources/product-review.vtt`, "utf8");
    const { passages } = await passagesOf("review", text);
    const series = await writeSeries(writer, [{ fileName: "review", text }], { minutes: 4 });
    expectSound(series, 4);
    const cited = series.told.flatMap(({ draft }) => citedIn(draft));
    expect(cited.length / passages.length).toBeGreaterThan(0.9);
  }, 60_000);

  it("has nothing to tell without sources, and says so", async () => {
    expect(await writeSeries(writer, [])).toEqual({
      told: [],
      reason: "There is no source to write from. Add a source, and the series goes on.",
    });
  });

  it("writes around German passages in German", async () => {
    const text = `# Der Hafen\n\n${["Kran", "Speicher", "Leuchtturm", "Kai", "Schleuse"]
      .map(
        (thing, at) =>
          `Der ${thing} wurde im Jahr ${1900 + at * 7} gebaut und steht bis heute am Wasser. Wer den ${thing} sehen will, nimmt die Fähre nach Norden, weil die Brücke im Winter gesperrt ist. Die Stadt pflegt ihn mit ${at + 3} Leuten.`,
      )
      .join("\n\n")}`;
    const { told } = await writeSeries(writer, [{ fileName: "hafen", text }], { minutes: 1, language: "de" });
    const words = told.flatMap(({ draft }) => draft.blocks.map((block) => JSON.stringify(block))).join("\n");
    expect(words).toMatch(name === "built-in" ? GERMAN_FRAME : /Mit dieser Folge ist alles erzählt/);
    if (name === "built-in") expect(words).toMatch(GERMAN_QUESTION);
  });

  const meetings = fileURLToPath(new URL("../../../../shared/data/qmsum/val", import.meta.url));
  it.skipIf(!existsSync(meetings))(
    "is sound on real meetings, as rough as they are",
    async () => {
      const { readQmsum } = await import("../../../bench/qmsum.ts");
      const names = name === "built-in" ? ["ES2006a", "Bro005", "education_0"] : ["ES2006a"];
      const sources = names.map((fileName) => ({
        fileName,
        text: readQmsum(readFileSync(`${meetings}/${fileName}.json`, "utf8")),
      }));
      expectSound(await writeSeries(writer, sources, { minutes: 6 }), 6);
    },
    60_000,
  );
});
