/**
 * Writes the first episodes of a series in memory and prints them: the writer is judged by reading.
 *
 *   node bench/read-ten.ts [--minutes 6] [--episodes 10] [--goal "…"] [--language en] <file or folder>…
 *
 * Files may be Markdown, text, WebVTT, SRT or meetings of QMSum (`{ "meeting_transcripts": [{ speaker, content }] }`).
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import type { LastEpisode, Passage } from "#domain/episodes/brief.ts";
import { builtInWriter } from "#domain/episodes/built-in-writer.ts";
import { checkDraft } from "#domain/episodes/check-draft.ts";
import { rememberEpisode } from "#domain/episodes/remember-episode.ts";
import type { FinishedEpisode, Material } from "#domain/episodes/writer.ts";
import { readSource } from "#domain/sources/read-source.ts";
import { structureSource } from "#domain/sources/structure-source.ts";
import { readQmsum } from "./qmsum.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: "string", default: "6" },
    episodes: { type: "string", default: "10" },
    goal: { type: "string", default: "" },
    language: { type: "string", default: "en" },
  },
});
if (positionals.length === 0) {
  console.error("Name at least one file or folder to write from.");
  process.exit(2);
}

const files = positionals.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path],
);
const sources = await Promise.all(files.map(readPassages));
const passages = sources.flatMap((source) => source.passages);
const links = sources.flatMap((source) => source.links);
const told: { passageIds: string[]; texts: string[]; titles: string[] } = {
  passageIds: [],
  texts: [],
  titles: [],
};
let last: LastEpisode | null = null;
const started = performance.now();

for (let number = 1; number <= Number(values.episodes); number++) {
  const { output: gathered } = await builtInWriter.gather(materialFor(number));
  if (gathered.kind === "exhausted") {
    console.log(`\n════ ${number}: SKIPPED. ${gathered.reason}`);
    break;
  }
  const { brief } = gathered;
  const { output: outline } = await builtInWriter.outline(brief);
  const { output: draft } = await builtInWriter.write(brief, outline);
  const { output: episode } = await builtInWriter.finish(brief, draft);
  printEpisode(number, episode);
  for (const finding of checkDraft(brief, draft))
    console.log(`!! ${finding.code} (block ${finding.block}): ${finding.message}`);
  told.passageIds.push(...outline.sections.flatMap(({ passageIds }) => passageIds));
  told.texts.push(...episode.blocks.map(({ markdown }) => markdown));
  told.titles.push(episode.title);
  last = rememberEpisode({ ...episode, id: String(number) });
}
const used = new Set(told.passageIds);
console.log(
  `\n${told.titles.length} episodes from ${used.size} of ${passages.length} passages in ${Math.round(performance.now() - started)} ms`,
);

function materialFor(episodeNumber: number): Material {
  return {
    project: {
      id: "project",
      title: "Ten to read",
      goal: values.goal,
      audience: "",
      language: values.language,
      minutes: Number(values.minutes),
    },
    episodeNumber,
    passages,
    coveredPassageIds: told.passageIds,
    coveredTexts: told.texts,
    coveredTitles: told.titles,
    last,
    links,
    notes: [],
    recentTexts: [],
    coveredTopics: [],
    memories: [],
    corrections: [],
  };
}

async function readPassages(path: string): Promise<{ passages: Passage[]; links: string[] }> {
  const fileName = basename(path);
  const isQmsum = extname(path) === ".json";
  const bytes = isQmsum
    ? new TextEncoder().encode(readQmsum(readFileSync(path, "utf8")))
    : readFileSync(path);
  const read = await readSource({ bytes });
  const { language, links, chunks } = structureSource(read);
  const title = chunks[0]?.headingPath[0] ?? basename(path, extname(path)).replace(/[-_]+/g, " ");
  const found = chunks.map((chunk, ordinal) => ({
    id: `${fileName} ${ordinal}`,
    sourceId: fileName,
    sourceTitle: title,
    format: read.format,
    language,
    ordinal,
    headingPath: chunk.headingPath,
    text: chunk.text,
    turns: chunk.turns ?? [],
    tokenCount: chunk.tokenCount,
  }));
  return { passages: found, links };
}

function printEpisode(number: number, { title, dek, minutes, wordCount, blocks }: FinishedEpisode): void {
  console.log(`\n════ ${number}: ${title}\n${dek}\n(${minutes} minutes, ${wordCount} words)\n`);
  for (const { type, markdown, data } of blocks) {
    if (type === "QUOTE") console.log(`> ${markdown}\n> — ${data.footer}\n`);
    else if (type === "RECALL") console.log(`? ${data.question}\n  → ${data.answer}\n`);
    else console.log(`${type === "RECAP" ? "[Recap] " : ""}${markdown}\n`);
  }
}
