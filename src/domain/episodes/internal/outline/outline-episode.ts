import type { Brief, Candidate } from "../../brief.ts";
import type { WriterOutline } from "../../writer.ts";
import { chooseDek } from "./choose-dek.ts";
import { chooseRun } from "./choose-run.ts";
import { chooseTitle } from "./choose-title.ts";
import { outlineSections } from "./outline-sections.ts";

const MOST_AHEAD = 3;

/** Decides what the episode is about and in which order: its passages, their headings, a title and a sentence below it. */
export function outlineEpisode(brief: Brief): WriterOutline {
  const run = chooseRun(brief);
  const sections = outlineSections(run, brief);
  const rest = brief.candidates.slice(run.length);
  return {
    title: chooseTitle(run, sections, brief),
    dek: chooseDek(run, brief),
    sections: sections.map(({ headings, passageIds }) => ({ headings, passageIds })),
    ahead: headingsAhead(rest, run, brief),
    isLast: isLast(brief, rest),
  };
}

/** Words that only this episode leaves out are still to come. */
export function isLast({ wordsBeyond, steering }: Brief, rest: readonly Candidate[]): boolean {
  return rest.length === 0 && wordsBeyond === 0 && (steering?.wordsLater ?? 0) === 0;
}

/** Of a document that begins next its title says enough. */
function headingsAhead(rest: readonly Candidate[], run: readonly Candidate[], brief: Brief): string[] {
  const [first] = rest;
  if (first === undefined) return [];
  if (first.ordinal === 0 && first.headingPath[0] !== undefined) return [first.headingPath[0]];
  const next = chooseRun({ ...brief, candidates: [...rest] });
  const told = new Set(run.flatMap(({ headingPath }) => headingPath));
  const headings = outlineSections(next, { ...brief, candidates: [...rest] }).flatMap(
    // Who speaks and when tells nobody what is coming.
    ({ headings, name }) => (name === null ? [] : headings),
  );
  const level = Math.min(...headings.map((heading) => heading.level));
  const names = headings
    .filter((heading) => heading.level === level && !told.has(heading.text))
    .map(({ text }) => text);
  return [...new Set(names)].slice(0, MOST_AHEAD);
}
