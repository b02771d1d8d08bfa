import { eld } from "eld/small";
import type { Brief, Candidate } from "../../brief.ts";
import type { Draft, DraftBlock, Finding } from "../../writer.ts";
import { countWords } from "../document/excerpt-document.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { clockTime } from "../phrases/clock-time.ts";
import { correctionReader } from "../steer/print-correction.ts";
import { markdownOf } from "./markdown-of.ts";
import { quotedIn } from "./quoted-in.ts";
import { figuresIn, wordsOf } from "./rests-on.ts";

/** The line that leads over to the next episode rests on no passage; code writes it, last and in italics. */
const MOST_LEAD_WORDS = 60;
const LEAST_LANGUAGE_CHARS = 300;
const MOST_LANGUAGE_CHARS = 5000;
/** Small numbers are counted and rounded in every text; a year or a price is taken from somewhere. */
const LEAST_FIGURE_DIGITS = 3;

/** What must hold, beside `checkDraft`, of a draft whose sentences were made and not only chosen. */
export function checkOwnText(brief: Brief, draft: Draft): Finding[] {
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  const told = draft.blocks.map((block) => ({ block, passages: passagesOf(block, byId) }));
  const isCorrection = correctionReader(brief);
  return [
    ...told.flatMap(({ block, passages }, at) => {
      if (block.type !== "MARKDOWN" && block.type !== "SCENARIO") return [];
      // Code has printed it from a note.
      if (isCorrection(block) !== null) return [];
      const problem = isLead(block, at === draft.blocks.length - 1) ? null : problemOf(block, passages);
      return problem === null ? [] : [{ code: "SOURCE" as const, block: at, message: problem }];
    }),
    ...checkLanguage(brief, draft),
  ];
}

function passagesOf(block: DraftBlock, byId: ReadonlyMap<string, Candidate>): Candidate[] {
  return block.origins.flatMap((origin) =>
    origin.kind === "PASSAGE" ? (byId.get(origin.passageId) ?? []) : [],
  );
}

function isLead(block: DraftBlock, isLast: boolean): boolean {
  const markdown = markdownOf(block);
  return isLast && /^\*[^*].*\*$/s.test(markdown) && countWords(markdown) <= MOST_LEAD_WORDS;
}

function problemOf(block: DraftBlock, passages: readonly Candidate[]): string | null {
  if (passages.length === 0) return "It says something and names no passage that says so.";
  const plain = plainTextOf(markdownOf(block));
  if (/[[(]p\d+[\])]|<<<|>>>/.test(plain))
    return "It speaks of labels and boundaries, which readers don’t see.";
  const known = new Set(passages.flatMap((passage) => [...figuresIn(wordsOf(passage)), ...timesIn(passage)]));
  const foreign = figuresIn(plain).find(
    (figure) => figure.length >= LEAST_FIGURE_DIGITS && !known.has(figure),
  );
  return foreign === undefined ? null : `It says ${foreign}, a number that stands in none of its passages.`;
}

/** "12:04", as a model sees it beside a speaker. */
function timesIn({ turns }: Candidate): string[] {
  return turns.flatMap(({ startMs }) => (startMs === null ? [] : figuresIn(clockTime(startMs))));
}

/** The sentences that were made are in the language of the series, whatever that of the sources is. */
function checkLanguage(brief: Brief, draft: Draft): Finding[] {
  const plain = draft.blocks
    .flatMap((block) => (block.type === "MARKDOWN" ? [withoutQuotes(block.markdown)] : []))
    .join(" ");
  if (plain.length < LEAST_LANGUAGE_CHARS) return [];
  const { language } = eld.detect(plain.slice(0, MOST_LANGUAGE_CHARS));
  const asked = brief.project.language;
  if (language === "" || asked.toLowerCase().split("-")[0] === language) return [];
  return [
    { code: "LANGUAGE", block: null, message: `It reads like “${language}”, and “${asked}” was asked for.` },
  ];
}

function withoutQuotes(markdown: string): string {
  return quotedIn(markdown).reduce((text, words) => text.replace(words, " "), plainTextOf(markdown));
}
