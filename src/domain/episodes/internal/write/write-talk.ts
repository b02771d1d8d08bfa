import type { Candidate, SpeechExcerpt } from "../../brief.ts";
import type { DraftBlock, DraftOrigin } from "../../writer.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { clockTime } from "../phrases/clock-time.ts";
import { type Phrases, say } from "../phrases/say.ts";
import { CUT } from "./cut.ts";
import { type PickedQuotes, quoteKey } from "./pick-quotes.ts";

/** A time is printed again when so much has passed since the last one. */
const TIME_EVERY_MS = 60_000;
/** A leap of so much is said. */
const LEAP_MS = 240_000;
/** A block longer than this is hard to point at. */
const MOST_BLOCK_WORDS = 170;

interface Line {
  candidate: Candidate;
  excerpt: SpeechExcerpt;
  text: string;
}

/** The blocks of one section of a transcript: an edited conversation, with its strongest sentences set apart. */
export function writeTalk(
  candidates: readonly Candidate[],
  opening: string,
  quotes: PickedQuotes,
  phrases: Phrases,
): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let parts: string[] = opening === "" ? [] : [opening];
  let lines: Line[] = [];
  let previous: SpeechExcerpt | null = null;
  let shownMs: number | null = null;
  const flush = () => {
    if (parts.length > 0)
      blocks.push({ type: "MARKDOWN", markdown: parts.join("\n\n"), origins: originsOf(lines) });
    parts = [];
    lines = [];
  };
  const add = (candidate: Candidate, excerpt: SpeechExcerpt, text: string) => {
    const leap = previous === null ? "" : leapTo(excerpt, previous, phrases);
    if (leap !== "") {
      flush();
      parts.push(`*${leap}*`);
      shownMs = excerpt.startMs;
    } else if (lines.reduce((sum, line) => sum + line.excerpt.words, 0) > MOST_BLOCK_WORDS && !previous?.asks)
      flush();
    const showsTime =
      excerpt.startMs !== null && (shownMs === null || excerpt.startMs - shownMs >= TIME_EVERY_MS);
    if (showsTime) shownMs = excerpt.startMs;
    const goesOn = previous !== null && previous.speaker === excerpt.speaker && leap === "";
    parts.push(printLine(excerpt, text, { goesOn, time: showsTime ? excerpt.startMs : null }));
    lines.push({ candidate, excerpt, text });
    previous = excerpt;
  };
  for (const candidate of candidates) {
    candidate.excerpts.forEach((excerpt, index) => {
      if (excerpt.kind !== "speech") return;
      const whole = excerpt.pieces.join(` ${CUT} `);
      const quote = quotes.get(quoteKey(candidate.id, index));
      const before =
        quote === undefined
          ? whole
          : whole
              .slice(0, -quote.length)
              .replace(/\s*\[…\]\s*$/, "")
              .trim();
      if (before !== "") add(candidate, excerpt, before);
      if (quote === undefined) return;
      flush();
      blocks.push(toQuote(candidate, excerpt, quote));
      previous = excerpt;
    });
  }
  flush();
  return blocks;
}

function leapTo(excerpt: SpeechExcerpt, previous: SpeechExcerpt, phrases: Phrases): string {
  if (excerpt.startMs === null || previous.endMs === null) return "";
  if (excerpt.startMs - previous.endMs < LEAP_MS) return "";
  return say(phrases.later, { time: clockTime(excerpt.startMs) }, Math.floor(excerpt.startMs / 1000));
}

function printLine(
  { speaker }: SpeechExcerpt,
  text: string,
  { goesOn, time }: { goesOn: boolean; time: number | null },
): string {
  // A quotation that begins inside a sentence says so.
  const words = escapeMarkdown(/^\p{Ll}/u.test(text) ? `${CUT} ${text}` : text);
  const at = time === null ? "" : ` (${clockTime(time)})`;
  if (goesOn) return words;
  return speaker === null ? `${at} ${words}`.trim() : `**${escapeMarkdown(speaker)}**${at}: ${words}`;
}

function toQuote(candidate: Candidate, excerpt: SpeechExcerpt, text: string): DraftBlock {
  const { speaker, startMs, endMs } = excerpt;
  return {
    type: "QUOTE",
    text,
    attribution: { sourceTitle: candidate.sourceTitle, heading: null, speaker, startMs },
    origins: [{ kind: "PASSAGE", passageId: candidate.id, quote: text, startMs, endMs }],
  };
}

function originsOf(lines: readonly Line[]): DraftOrigin[] {
  const byPassage = Map.groupBy(lines, (line) => line.candidate.id);
  return [...byPassage].map(([passageId, ofPassage]) => ({
    kind: "PASSAGE",
    passageId,
    quote: ofPassage.map((line) => line.text).join("\n\n"),
    startMs: ofPassage[0]?.excerpt.startMs ?? null,
    endMs: ofPassage.at(-1)?.excerpt.endMs ?? null,
  }));
}
