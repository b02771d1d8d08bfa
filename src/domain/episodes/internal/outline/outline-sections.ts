import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief, Candidate } from "../../brief.ts";
import type { WriterOutline } from "../../writer.ts";
import { contentStems } from "../select/content-stems.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { cutIntoSections } from "./choose-run.ts";
import { keyPhrases } from "./key-phrases.ts";
import { sentenceCase } from "./sentence-case.ts";
import { whoAndWhen } from "./who-and-when.ts";

export type Section = WriterOutline["sections"][number] & {
  /** What a made heading names its section by; null where it names nothing, undefined under a heading of the source. */
  name?: { text: string; isCalled: boolean } | null;
};

const SHALLOWEST = 2;
const DEEPEST = 4;

/**
 * The sections of a run of passages: under the headings of their source where it has them, else where the subject
 * changes, named by the subject that was called there, else by the phrase that sets it apart from the rest of the brief, else
 * by who speaks and when.
 */
export function outlineSections(run: readonly Candidate[], brief: Brief): Section[] {
  return bySourceInARow(run).flatMap((ofSource) =>
    ofSource.some((candidate) => candidate.headingPath.length > 0)
      ? underHeadings(ofSource)
      : underPhrases(ofSource, brief),
  );
}

/** Stretches of the run that come from one source; what was brought forward for somebody stands apart from what follows in turn. */
export function bySourceInARow(run: readonly Candidate[]): Candidate[][] {
  const stretches: Candidate[][] = [];
  for (const candidate of run) {
    const last = stretches.at(-1)?.at(-1);
    const goesOn = last?.sourceId === candidate.sourceId && wishesBehind(last) === wishesBehind(candidate);
    if (goesOn) stretches.at(-1)?.push(candidate);
    else stretches.push([candidate]);
  }
  return stretches;
}

function wishesBehind({ steeredBy = [] }: Candidate): string {
  return steeredBy.join(" ");
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
    sections.push({ headings, passageIds: [id] });
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
  const chosen = new Set(candidates.map(({ id }) => id));
  const rest = brief.candidates.filter(({ id }) => !chosen.has(id));
  const groups = cutIntoSections(candidates, brief.project.language);
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
  const taken = takenNames(candidates, brief);
  const printedHeadings = new Set<string>();
  return groups.map((group, at) => {
    const subject = group[0]?.subject;
    const printed = new Set(group.flatMap((candidate) => contentStems(candidate, brief.project.language)));
    const found = (phrases[at] ?? []).find(
      ({ key, text }) =>
        !taken.some((name) => overlaps(name, key)) &&
        !isSpeaker(text, group) &&
        key.split(" ").every((stem) => printed.has(stem)),
    );
    if (subject === undefined && found !== undefined) taken.push(found.key);
    const name = subject ?? found?.text;
    const text = sentenceCase(name ?? whoAndWhen(group));
    // One long speech in two sections is one heading.
    const headings = text === "" || printedHeadings.has(text) ? [] : [{ level: SHALLOWEST, text }];
    printedHeadings.add(text);
    const isCalled = subject !== undefined;
    return {
      headings,
      passageIds: group.map(({ id }) => id),
      name: name === undefined ? null : { text, isCalled },
    };
  });
}

/** Keys of what the episode names already and of what other episodes are called. */
function takenNames(candidates: readonly Candidate[], brief: Brief): string[] {
  const linguist = linguistFor(candidates[0]?.language ?? brief.project.language);
  const names = [...candidates.flatMap(({ subject }) => subject ?? []), ...brief.covered.titles];
  return names.map((name) =>
    linguist
      .read(name)
      .flatMap(({ tokens }) => tokens.filter((token) => token.isContent).map(({ stem }) => stem))
      .join(" "),
  );
}

/** One says nothing that the other does not: "businesses" and "Canadian businesses". */
function overlaps(a: string, b: string): boolean {
  const [fewer, more] = [a.split(" "), b.split(" ")].sort((x, y) => x.length - y.length);
  return fewer?.every((stem) => more?.includes(stem)) === true;
}

function isSpeaker(phrase: string, group: readonly Candidate[]): boolean {
  const words = phrase.toLowerCase().split(/\s+/);
  return group.some(({ turns }) =>
    turns.some(({ speaker }) =>
      words.some((word) => speaker?.toLowerCase().split(/\s+/).includes(word) === true),
    ),
  );
}
