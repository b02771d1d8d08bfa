import { countTokens } from "#platform/count-tokens.ts";
import type { DocumentBlock } from "../extract-document.ts";
import { splitSentences } from "../split-sentences.ts";
import type { CueMark, Turn } from "../turn.ts";
import { TARGET_MOST, type Weight } from "./choose-breaks.ts";
import { joinOpenMarkup } from "./join-open-markup.ts";
import { splitOversized } from "./split-oversized.ts";

/** No unit weighs more, which leaves room in a chunk for a speaker's name or a frame. */
const MOST_UNIT_TOKENS = 260;
/** A frame heavier than this is not repeated around each part of its block. */
const MOST_FRAME_TOKENS = 40;

/** What it costs to cut somewhere else than between two blocks; see `chooseBreaks`. */
const INSIDE_BLOCK = 0.35;
const INSIDE_ITEM = 0.8;
const AFTER_QUESTION = 0.15;
const AFTER_COLON = 0.3;

/** The smallest part that chunking moves as a whole: a block, a turn, or a sentence or line of a long one. */
export interface ChunkUnit extends Weight {
  /** With the blanks behind it, so that the parts of a block can be joined as they were. */
  text: string;
  /** Which block or turn it is a part of. */
  block: number;
  headingPath: string[];
  frame?: { open: string; close: string };
  speech?: { speaker: string | null; startMs: number; endMs: number };
}

/** The units of a document, a list for each stretch under the same headings. */
export function unitsOfDocument(blocks: DocumentBlock[], language: string | null): ChunkUnit[][] {
  const sections: ChunkUnit[][] = [];
  let path: string | null = null;
  blocks.forEach((block, at) => {
    const here = JSON.stringify(block.headingPath);
    if (here !== path) sections.push([]);
    path = here;
    const section = sections.at(-1) ?? [];
    const before = section.at(-1)?.text ?? "";
    section.push(...unitsOfBlock(block, at, /:\s*$/.test(before) ? AFTER_COLON : 0, language));
  });
  return sections;
}

function unitsOfBlock(
  block: DocumentBlock,
  at: number,
  breakCost: number,
  language: string | null,
): ChunkUnit[] {
  const { headingPath } = block;
  const isFramed =
    block.frame !== undefined && countTokens(block.frame.open + block.frame.close) <= MOST_FRAME_TOKENS;
  const frame = isFramed ? block.frame : undefined;
  const body =
    isFramed || block.frame === undefined ? block.text : block.frame.open + block.text + block.frame.close;
  const pieces = splitBlock(body, block.kind, language);
  return pieces.map((text, index) => ({
    text,
    block: at,
    headingPath,
    ...(frame === undefined ? {} : { frame }),
    tokens: countTokens(text),
    breakCost: index === 0 ? breakCost : costInside(block.kind, text),
  }));
}

function splitBlock(text: string, kind: DocumentBlock["kind"], language: string | null): string[] {
  if (fits(text)) return [text];
  const pieces = kind === "prose" ? joinOpenMarkup(splitSentences(text, language)) : text.split(/(?<=\n)/);
  return pieces.flatMap((piece) => splitOversized(piece, MOST_UNIT_TOKENS));
}

function costInside(kind: DocumentBlock["kind"], text: string): number {
  return kind === "lines" && /^\s/.test(text) ? INSIDE_ITEM : INSIDE_BLOCK;
}

/** The units of a transcript. A question stays with its answer where it can. */
export function unitsOfTranscript(turns: Turn[], language: string | null): ChunkUnit[] {
  const units: ChunkUnit[] = [];
  turns.forEach((turn, block) => {
    const pieces = fits(turn.text)
      ? [turn.text]
      : splitSentences(turn.text, language).flatMap((sentence) => splitOversized(sentence, MOST_UNIT_TOKENS));
    let offset = 0;
    for (const text of pieces) {
      const isFollowing = /[?？]["”’)]*\s*$/.test(units.at(-1)?.text ?? "");
      const breakCost = offset === 0 ? (isFollowing ? AFTER_QUESTION : 0) : INSIDE_BLOCK;
      const times = timesOf(turn.marks, offset, offset + text.trimEnd().length);
      const speech = { speaker: turn.speaker, ...times };
      units.push({ text, block, headingPath: [], tokens: countTokens(text), breakCost, speech });
      offset += text.length;
    }
  });
  return units;
}

/** From the cue that holds the first letter to the last cue that holds one. */
function timesOf(marks: CueMark[], from: number, to: number): { startMs: number; endMs: number } {
  const first = marks.findLast((mark) => mark.offset <= from);
  const covered = marks.filter((mark) => mark.offset > from && mark.offset < to);
  const all = first === undefined ? covered : [first, ...covered];
  return {
    startMs: Math.min(...all.map((mark) => mark.startMs)),
    endMs: Math.max(...all.map((mark) => mark.endMs)),
  };
}

function fits(text: string): boolean {
  return text.length <= TARGET_MOST * 20 && countTokens(text) <= TARGET_MOST;
}
