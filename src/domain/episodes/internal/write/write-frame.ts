import type { Brief, Candidate, LastEpisode } from "../../brief.ts";
import type { DraftBlock, WriterOutline } from "../../writer.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { clockTime } from "../phrases/clock-time.ts";
import { joinNames } from "../phrases/join-names.ts";
import { inQuotes } from "../phrases/quote.ts";
import { type Phrases, say } from "../phrases/say.ts";

const MOST_HEADINGS = 4;
const MOST_PEOPLE = 5;

/** What the previous episode was, in its own words. */
export function writeRecap(last: LastEpisode, brief: Brief, phrases: Phrases): DraftBlock {
  const turn = brief.episodeNumber;
  const sentences = [say(phrases.recapTitle, { title: escapeMarkdown(last.title) }, turn)];
  const headings = last.headings.filter((heading) => heading !== last.title).slice(0, MOST_HEADINGS);
  if (headings.length > 1) {
    const names = joinNames(
      headings.map((heading) => inQuotes(escapeMarkdown(heading))),
      brief.project.language,
    );
    sentences.push(say(phrases.recapHeadings, { headings: names }, turn));
  }
  if (last.line !== null) {
    const line = inQuotes(escapeMarkdown(last.line.text));
    const attribution = escapeMarkdown(last.line.attribution);
    sentences.push(say(phrases.recapLine, { line, attribution }, turn));
  }
  return {
    type: "RECAP",
    markdown: sentences.join(" "),
    origins: [{ kind: "EPISODE", episodeId: last.episodeId }],
  };
}

/** Where the next passages come from: the first of the episode, or the first after a change of source. */
export function writeSourceLine(
  stretch: readonly Candidate[],
  brief: Brief,
  phrases: Phrases,
  { isFirst, explainsCuts }: { isFirst: boolean; explainsCuts: boolean },
): string {
  const first = stretch[0];
  if (first === undefined) return "";
  const turn = brief.episodeNumber + (isFirst ? 0 : first.ordinal + 1);
  const isTalk = first.turns.length > 0;
  const slots = { source: escapeMarkdown(first.sourceTitle), span: spanOf(stretch) };
  const isInTurn = isFirst && first.ordinal > 0 && first.steeredBy === undefined;
  const goesOn = isInTurn && brief.last?.sourceTitles.at(-1) === first.sourceTitle;
  if (goesOn)
    return [say(phrases.goesOn, slots, turn), ...(isTalk ? people(stretch, brief, phrases) : [])].join(" ");
  if (!isTalk) return say(isFirst ? phrases.startDocument : phrases.turnDocument, slots, turn);
  const opening = say(isFirst ? phrases.startTalk : phrases.turnTalk, slots, turn);
  return [
    opening,
    ...people(stretch, brief, phrases),
    ...(explainsCuts ? [say(phrases.cuts, {}, 0)] : []),
  ].join(" ");
}

/** Who speaks, those who say most first. */
function people(stretch: readonly Candidate[], brief: Brief, phrases: Phrases): string[] {
  const speeches = stretch.flatMap(({ excerpts }) => excerpts.filter((excerpt) => excerpt.kind === "speech"));
  const names = [...Map.groupBy(speeches, ({ speaker }) => speaker)]
    .filter(([speaker]) => speaker !== null)
    .map(([speaker, theirs]) => ({
      speaker: speaker ?? "",
      words: theirs.reduce((sum, { words }) => sum + words, 0),
    }))
    .sort((a, b) => b.words - a.words)
    .map(({ speaker }) => escapeMarkdown(speaker));
  if (names.length < 2 || names.length > MOST_PEOPLE) return [];
  return [say(phrases.people, { people: joinNames(names, brief.project.language) }, 0)];
}

/** ", 12:04 to 31:50"; empty where the source has no times. */
function spanOf(stretch: readonly Candidate[]): string {
  const speeches = stretch.flatMap(({ excerpts }) => excerpts.filter((excerpt) => excerpt.kind === "speech"));
  const from = speeches[0]?.startMs ?? null;
  const to = speeches.at(-1)?.endMs ?? null;
  return from === null || to === null ? "" : `, ${clockTime(from)}–${clockTime(to)}`;
}

/** What comes next, as far as the sources tell. */
export function writeAhead(outline: WriterOutline, brief: Brief, phrases: Phrases): DraftBlock | null {
  const turn = brief.episodeNumber;
  if (outline.isLast) return { type: "MARKDOWN", markdown: `*${say(phrases.end, {}, turn)}*`, origins: [] };
  if (outline.ahead.length === 0) return null;
  const headings = joinNames(
    outline.ahead.map((heading) => inQuotes(escapeMarkdown(heading))),
    brief.project.language,
  );
  return { type: "MARKDOWN", markdown: `*${say(phrases.ahead, { headings }, turn)}*`, origins: [] };
}
