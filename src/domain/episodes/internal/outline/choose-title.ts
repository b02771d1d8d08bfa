import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Brief, Candidate } from "../../brief.ts";
import { joinNames } from "../phrases/join-names.ts";
import type { Section } from "./outline-sections.ts";
import { sentenceCase } from "./sentence-case.ts";
import { timeSpan } from "./who-and-when.ts";

const LONGEST_TITLE = 80;
const LONGEST_NAME_WORDS = 5;
const MOST_NAMES = 2;
/** An episode in which one chapter has this share is about that chapter. */
const MAIN_SHARE = 0.5;
/** Headings that stand in every document and name none. */
const GENERIC =
  /^(?:introduction|overview|summary|background|notes?|usage|examples?|getting started|conclusions?|details|general|about|faq|misc(?:ellaneous)?|appendix|einleitung|überblick|zusammenfassung|introducci[oó]n|resumen|résumé)$/i;

interface Chapter {
  text: string;
  /** Whoever leads the talk has called it by this name; null for a heading of the source. */
  isCalled: boolean | null;
  isNamed: boolean;
  words: number;
  at: number;
}

/**
 * A title that no episode of the series has had, made of headings: the document's own when the episode is mostly about
 * its beginning, else those of the longest sections, else what a number can do.
 */
export function chooseTitle(run: readonly Candidate[], sections: readonly Section[], brief: Brief): string {
  const taken = new Set(brief.covered.titles.map(normalised));
  const chapters = chaptersOf(run, sections).filter(({ text, isNamed }) => isNamed && !GENERIC.test(text));
  const proposals = [...documentTitle(run), ...chapterTitles(chapters, run, brief), ...parentTitles(run)];
  const fitting = proposals
    .map((title) => title.replace(/[.:]$/, ""))
    .filter((title) => title.length <= LONGEST_TITLE);
  const fresh = fitting.find(
    (title) => title !== "" && !taken.has(normalised(title)) && !GENERIC.test(title),
  );
  if (fresh !== undefined) return fresh;
  const base = (fitting[0] ?? proposals[0] ?? brief.project.title).slice(0, LONGEST_TITLE).trim();
  for (let part = 2; ; part++) {
    const title = `${base} (${part})`;
    if (!taken.has(normalised(title))) return title;
  }
}

/** The title of a document that begins in this episode and fills most of it. */
function documentTitle(run: readonly Candidate[]): string[] {
  const total = run.reduce((sum, { words }) => sum + words, 0);
  const openings = run.filter(
    ({ turns, ordinal, headingPath }) => turns.length === 0 && ordinal === 0 && headingPath.length > 0,
  );
  return openings.flatMap(({ sourceId, headingPath: [title = ""] }) => {
    const ofDocument = run.filter((candidate) => candidate.sourceId === sourceId);
    if (ofDocument.some(({ headingPath }) => headingPath[0] !== title)) return [];
    return ofDocument.reduce((sum, { words }) => sum + words, 0) >= total * MAIN_SHARE ? [title] : [];
  });
}

function chapterTitles(chapters: readonly Chapter[], run: readonly Candidate[], brief: Brief): string[] {
  // What was called is what the talk is about; a phrase that was found may be a part of it.
  const called = chapters.filter(({ isCalled }) => isCalled !== false);
  const longest = (called.length > 0 ? called : chapters).toSorted(
    (a, b) => Number(isPhrase(b)) - Number(isPhrase(a)) || b.words - a.words || a.at - b.at,
  );
  const [first] = longest;
  if (first === undefined) return [];
  const total = chapters.reduce((sum, { words }) => sum + words, 0);
  const alone = longest.map(({ text }) => text);
  // Two clauses joined by "and" make no title; two names do.
  const names = longest
    .filter(({ text, isCalled }) => isCalled !== false && isName(text, run, brief))
    .slice(0, MOST_NAMES);
  if (first.words >= total * MAIN_SHARE || names.length < 2) return alone;
  const together = [names, names.slice(0, 2)].map((chosen) =>
    joinChapters(chosen, run, brief.project.language),
  );
  return [...together, ...alone];
}

/** Of phrases that were found, several words tell more than one. */
function isPhrase({ text, isCalled }: Chapter): boolean {
  return isCalled !== false || text.includes(" ");
}

function joinChapters(chapters: readonly Chapter[], run: readonly Candidate[], language: string): string {
  const names = chapters.toSorted((a, b) => a.at - b.at).map(({ text }) => text);
  return joinNames(
    names.map((name, at) => (at === 0 ? name : lowerFirst(name, run))),
    language,
  );
}

function isName(text: string, run: readonly Candidate[], brief: Brief): boolean {
  if (/[?!,;:]/.test(text) || text.split(/\s+/).length > LONGEST_NAME_WORDS) return false;
  const linguist = linguistFor(run[0]?.language ?? brief.project.language);
  const tokens = linguist.read(text).flatMap((sentence) => sentence.tokens);
  return !tokens.some(
    ({ pos, lower }) =>
      ["VERB", "AUX", "SCONJ"].includes(pos) || /^(?:how|why|when|what|who|where)$/.test(lower),
  );
}

/** The uppermost headings with all passages below them. */
function chaptersOf(run: readonly Candidate[], sections: readonly Section[]): Chapter[] {
  const wordsById = new Map(run.map(({ id, words }) => [id, words]));
  const level = Math.min(...sections.flatMap(({ headings }) => headings.map((heading) => heading.level)));
  const chapters: Chapter[] = [];
  for (const { headings, name, passageIds } of sections) {
    const words = passageIds.reduce((sum, id) => sum + (wordsById.get(id) ?? 0), 0);
    const opening = headings.find((heading) => heading.level === level);
    const last = chapters.at(-1);
    if (opening !== undefined) {
      const isCalled = name === undefined ? null : (name?.isCalled ?? false);
      // A heading that only tells who speaks and when is no title.
      const isNamed = name !== null;
      chapters.push({ text: opening.text, isCalled, isNamed, words, at: chapters.length });
    } else if (last !== undefined) last.words += words;
  }
  return chapters;
}

/** "Scheduling: overview" for a run that lies under a generic heading; the source's title where there is no heading. */
function parentTitles(run: readonly Candidate[]): string[] {
  const path = run[0]?.headingPath ?? [];
  const last = path.at(-1);
  const parent = path.findLast((heading) => !GENERIC.test(heading));
  if (parent === undefined) {
    const source = sentenceCase(run[0]?.sourceTitle ?? "");
    const ofSource = run.filter(({ sourceId }) => sourceId === run[0]?.sourceId);
    const span = timeSpan(ofSource);
    return [span === "" ? source : `${source}, ${span}`];
  }
  return last === undefined || last === parent ? [parent] : [`${parent}: ${lowerFirst(last, run)}`, parent];
}

/** Inside a title only a name keeps its capital: a word that the run writes with one in the middle of a sentence. */
function lowerFirst(text: string, run: readonly Candidate[]): string {
  const word = /^\p{Lu}\p{Ll}+/u.exec(text)?.[0];
  if (word === undefined) return text;
  const isName = run.some((candidate) => new RegExp(`[\\p{L},;] ${word}\\b`, "u").test(candidate.text));
  const isCommon = run.some((candidate) =>
    new RegExp(`\\b${word.toLowerCase()}\\b`, "u").test(candidate.text),
  );
  return isName && !isCommon ? text : word.toLowerCase() + text.slice(word.length);
}

function normalised(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
