import type { Brief, Passage } from "#domain/episodes/brief.ts";
import { rememberEpisode } from "#domain/episodes/remember-episode.ts";
import type { Draft, Finding, FinishedEpisode, Material, Writer } from "#domain/episodes/writer.ts";
import type { Directive } from "#domain/planning/directive.ts";
import type { SteeringMemory, SteeringNote } from "#domain/planning/steer.ts";
import { readSource } from "#domain/sources/read-source.ts";
import { structureSource } from "#domain/sources/structure-source.ts";

export interface TestSource {
  fileName: string;
  text: string;
}

/** The passages of a source as the series reads them, by ids that tell the source and the place. */
export async function makePassages({ fileName, text }: TestSource) {
  const read = await readSource({ text });
  const { chunks, language, links } = structureSource(read);
  const passages = chunks.map(
    (chunk, ordinal): Passage => ({
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
    }),
  );
  return { passages, links };
}

/** What the first episode of a series may be written from. */
export async function makeMaterial(
  sources: readonly TestSource[],
  project: Partial<Brief["project"]> = {},
): Promise<Material> {
  const read = await Promise.all(sources.map(makePassages));
  return {
    project: {
      id: "project",
      title: "A series",
      goal: "",
      audience: "",
      language: "en",
      minutes: 3,
      ...project,
    },
    episodeNumber: 1,
    passages: read.flatMap(({ passages }) => passages),
    coveredPassageIds: [],
    coveredTexts: [],
    coveredTitles: [],
    coveredTopics: [],
    last: null,
    links: read.flatMap(({ links }) => links),
    recentTexts: [],
    recentQuotations: [],
    earlier: [],
    notes: [],
    memories: [],
    corrections: [],
  };
}

export function makeSteeringNote(
  id: string,
  directive: Directive,
  more: Partial<SteeringNote> = {},
): SteeringNote {
  const text = `Note ${id}`;
  return { id, text, directive, votes: 1, isStanding: false, shareBefore: null, episodeId: null, ...more };
}

export function makeSteeringMemory(id: string, directive: Directive | null): SteeringMemory {
  return { id, text: `Memory ${id}`, kind: "PREFERENCE", directive };
}

export interface ToldEpisode {
  brief: Brief;
  draft: Draft;
  findings: Finding[];
  episode: FinishedEpisode;
}

/** Has the next episode written, each phase from what the one before has stored; a string says why there is none. */
export async function tellEpisode(writer: Writer, material: Material): Promise<ToldEpisode | string> {
  const { output: gathered } = await writer.gather(material);
  if (gathered.kind === "exhausted") return gathered.reason;
  const brief: Brief = JSON.parse(JSON.stringify(gathered.brief));
  const { output: outline } = await writer.outline(brief);
  const { output: written } = await writer.write(brief, outline);
  const { output: verdict } = await writer.check(brief, written);
  const { output: episode } = await writer.finish(brief, verdict.draft);
  return { brief, draft: verdict.draft, findings: verdict.findings, episode };
}

/** The material for the episode after this one, as it would be loaded; neither notes nor memories go on. */
export function afterEpisode(material: Material, { draft, episode }: ToldEpisode): Material {
  const id = `episode ${material.episodeNumber}`;
  const telling = episode.blocks.filter(({ type }) => type !== "RECAP" && type !== "RECALL");
  const text = telling.map(({ markdown }) => markdown).join("\n\n");
  const quotations = episode.blocks.filter(({ type }) => type === "QUOTE").length;
  return {
    ...material,
    episodeNumber: material.episodeNumber + 1,
    coveredPassageIds: [...material.coveredPassageIds, ...passagesIn(draft)],
    coveredTexts: [...material.coveredTexts, ...episode.blocks.map(({ markdown }) => markdown)],
    coveredTitles: [...material.coveredTitles, episode.title],
    last: rememberEpisode({ id, ...episode }),
    recentTexts: [...material.recentTexts, text].slice(-3),
    recentQuotations: [
      ...(material.recentQuotations ?? []),
      (quotations * 1000) / Math.max(1, episode.wordCount),
    ].slice(-3),
    earlier: [
      ...(material.earlier ?? []),
      { id, number: material.episodeNumber, title: episode.title, text },
    ],
    notes: [],
    memories: [],
  };
}

/** The passages that a draft cites, each once. */
export function passagesIn({ blocks }: Draft): string[] {
  const ids = blocks.flatMap(({ origins }) =>
    origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  return [...new Set(ids)];
}
