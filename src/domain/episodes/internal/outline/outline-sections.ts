import type { Brief, Candidate } from "../../brief.ts";
import type { WriterOutline } from "../../writer.ts";
import { keyPhrases } from "../language/key-phrases.ts";
import { linguistFor } from "../language/linguist-for.ts";
import { joinNames } from "../phrases/join-names.ts";
import { contentStems } from "../select/content-stems.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { cutIntoSections } from "./choose-run.ts";
import { sentenceCase } from "./sentence-case.ts";

export type Section = WriterOutline["sections"][number] & {
  /** The phrases that a made heading joins; empty under a heading of the source. */
  names: string[];
};

const SHALLOWEST = 2;
const DEEPEST = 4;
const PHRASES_PER_HEADING = 2;
/** A second phrase much weaker than the first says little. */
const WORTH_NAMING = 0.6;

/**
 * The sections of a run of passages: under the headings of their source where it has them, else where the subject
 * changes, named by the phrases that set each apart from the rest of the brief.
 */
export function outlineSections(run: readonly Candidate[], brief: Brief): Section[] {
  return bySourceInARow(run).flatMap((ofSource) =>
    ofSource.some((candidate) => candidate.headingPath.length > 0)
      ? underHeadings(ofSource)
      : underPhrases(ofSource, brief),
  );
}

/** Stretches of the run that come from one source. */
export function bySourceInARow(run: readonly Candidate[]): Candidate[][] {
  const stretches: Candidate[][] = [];
  for (const candidate of run) {
    if (stretches.at(-1)?.at(-1)?.sourceId === candidate.sourceId) stretches.at(-1)?.push(candidate);
    else stretches.push([candidate]);
  }
  return stretches;
}

function underHeadings(candidates: readonly Candidate[]): Section[] {
  // The first heading is as a rule the document's title, which the episode's own title or first sentence gives.
  const skip =
    sharedPath(candidates).length > 0 && candidates.some(({ headingPath }) => headingPath.length > 1) ? 1 : 0;
  const sections: Section[] = [];
  let path: string[] = [];
  for (const { headingPath, id } of candidates) {
    const last = sections.at(-1);
    if (last !== undefined && headingPath.join("\n") === path.join("\n")) {
      last.passageIds.push(id);
      continue;
    }
    const shared = sharedPath([{ headingPath: path }, { headingPath }]).length;
    const headings = headingPath.flatMap((text, depth) =>
      depth < Math.max(skip, shared) ? [] : [{ level: Math.min(DEEPEST, SHALLOWEST + depth - skip), text }],
    );
    sections.push({ headings, passageIds: [id], names: [] });
    path = headingPath;
  }
  return sections;
}

function sharedPath(candidates: readonly { headingPath: readonly string[] }[]): string[] {
  const first = candidates[0]?.headingPath ?? [];
  const differs = first.findIndex((heading, depth) =>
    candidates.some(({ headingPath }) => headingPath[depth] !== heading),
  );
  return first.slice(0, differs === -1 ? first.length : differs);
}

function underPhrases(candidates: readonly Candidate[], brief: Brief): Section[] {
  const language = candidates[0]?.language ?? brief.project.language;
  const linguist = linguistFor(language);
  const groups = cutIntoSections(candidates, brief.project.language);
  const chosen = new Set(candidates.map(({ id }) => id));
  const rest = brief.candidates.filter(({ id }) => !chosen.has(id));
  // What was left out helps to tell what a stretch is about, above all the words of whoever leads the talk.
  const read = (group: readonly Candidate[]) =>
    group.flatMap(({ turns, excerpts }) =>
      turns.length > 0
        ? turns.map(({ speaker, text }) => ({ speaker, sentences: linguist.read(text) }))
        : excerpts.map((excerpt) => ({ speaker: null, sentences: linguist.read(wordsOf(excerpt)) })),
    );
  const phrases = keyPhrases(
    [...groups, ...cutIntoSections(rest, brief.project.language)].map(read),
    linguist,
  );
  const used = new Set<string>();
  return groups.map((group, at) => {
    const printed = new Set(group.flatMap((candidate) => contentStems(candidate, brief.project.language)));
    const names = (phrases[at] ?? []).filter(
      ({ key, text }) =>
        !used.has(key) && !isSpeaker(text, group) && key.split(" ").every((stem) => printed.has(stem)),
    );
    const best = names[0]?.score ?? 0;
    const named = names.slice(0, PHRASES_PER_HEADING).filter(({ score }) => score >= best * WORTH_NAMING);
    for (const { key } of named) used.add(key);
    const texts = named.map(({ text }) => text);
    const text = sentenceCase(joinNames(texts, brief.project.language));
    const headings = text === "" ? [] : [{ level: SHALLOWEST, text }];
    return { headings, passageIds: group.map(({ id }) => id), names: texts };
  });
}

function isSpeaker(phrase: string, group: readonly Candidate[]): boolean {
  const words = phrase.toLowerCase().split(/\s+/);
  return group.some(({ turns }) =>
    turns.some(({ speaker }) =>
      words.some((word) => speaker?.toLowerCase().split(/\s+/).includes(word) === true),
    ),
  );
}
