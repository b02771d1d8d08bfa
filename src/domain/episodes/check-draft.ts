import { eld } from "eld/small";
import type { Brief, Candidate } from "./brief.ts";
import { findRepeats } from "./internal/check/find-repeats.ts";
import { foreignUrl } from "./internal/check/foreign-url.ts";
import { markdownOf } from "./internal/check/markdown-of.ts";
import { occursIn } from "./internal/check/occurs-in.ts";
import { quotedIn } from "./internal/check/quoted-in.ts";
import { restsOn } from "./internal/check/rests-on.ts";
import { hasRawHtml } from "./internal/check/urls-in.ts";
import { countWords } from "./internal/document/excerpt-document.ts";
import { plainTextOf } from "./internal/document/plain-text.ts";
import { findUncorrected } from "./internal/steer/place-corrections.ts";
import { correctionReader } from "./internal/steer/print-correction.ts";
import { wordsFor } from "./reading-time.ts";
import type { Draft, DraftBlock, Finding } from "./writer.ts";

/** An episode may be this much shorter or longer than what was asked for. */
const SHORTEST_SHARE = 0.5;
const LONGEST_SHARE = 1.5;
/** Passages are not cut, so that a short episode may exceed by one. */
const PASSAGE_WORDS = 160;
const LONGEST_TITLE = 200;
/** Below this a text is too short to tell its language by its letters. */
const LEAST_LANGUAGE_CHARS = 300;
const MOST_LANGUAGE_CHARS = 5000;

/**
 * Everything that must hold before a reader sees a draft, whoever wrote it: quotations stand in their passages, nothing
 * was told before, links stand in a source, the length and the language are those asked for. No finding means fit to print.
 */
export function checkDraft(brief: Brief, draft: Draft): Finding[] {
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  const isCorrection = correctionReader(brief);
  return [
    ...checkTitle(brief, draft),
    ...draft.blocks.flatMap((block, at) => [
      // Code has printed a correction, from what the brief says of its passage, which may have been told.
      ...(isCorrection(block) === null
        ? [...checkOrigins(brief, block, at, byId), ...checkWishes(brief, block, at)]
        : []),
      ...checkQuotedWords(brief, block, at),
      ...checkLinks(brief, block, at),
    ]),
    ...checkRepeats(brief, draft),
    ...checkCorrections(brief, draft),
    ...checkLength(brief, draft),
    ...checkLanguage(brief, draft),
  ];
}

function checkTitle(brief: Brief, { title, dek }: Draft): Finding[] {
  const foreign = foreignUrl(brief, `${title}\n\n${dek}`);
  if (foreign !== undefined) {
    return [
      { code: "LINK", block: null, message: `The title leads to ${foreign}, which stands in no source.` },
    ];
  }
  if (title.trim() === "" || title.length > LONGEST_TITLE) {
    return [{ code: "TITLE", block: null, message: "The title is empty or longer than 200 characters." }];
  }
  const isTaken = brief.covered.titles.some((taken) => taken.toLowerCase() === title.toLowerCase());
  return isTaken
    ? [{ code: "TITLE", block: null, message: `An earlier episode is called “${title}” already.` }]
    : [];
}

function checkOrigins(
  brief: Brief,
  block: DraftBlock,
  at: number,
  byId: ReadonlyMap<string, Candidate>,
): Finding[] {
  const findings: Finding[] = [];
  const add = (code: Finding["code"], message: string) => findings.push({ code, block: at, message });
  const covered = new Set(brief.covered.passageIds);
  const quotes: string[] = [];
  const passages: Candidate[] = [];
  const { language } = brief.project;
  for (const origin of block.origins) {
    if (origin.kind !== "PASSAGE") continue;
    const passage = byId.get(origin.passageId);
    if (passage !== undefined) passages.push(passage);
    if (passage === undefined) add("SOURCE", "It cites a passage that is not in the brief.");
    if (covered.has(origin.passageId)) add("REPEAT", "It uses a passage that an earlier episode has used.");
    if (origin.quote === null || passage === undefined) continue;
    quotes.push(origin.quote);
    if (!occursIn(passage, origin.quote))
      add("QUOTE", "What it takes from a passage does not stand there word for word.");
  }
  if (block.type === "QUOTE" && !quotes.includes(block.text)) {
    add("QUOTE", "The quotation does not say which passage it is from.");
  }
  if (block.type === "RECALL" && quotes.length === 0) {
    add("QUOTE", "The recall question has no passage that holds its answer.");
  }
  if (
    block.type === "RECALL" &&
    passages.length > 0 &&
    !passages.some((passage) => restsOn(block.answer, passage, language))
  ) {
    add("SOURCE", "The answer to the recall question does not stand in its passage.");
  }
  return findings;
}

/** A block is there only for notes and memories of this brief. */
function checkWishes({ notes, memories }: Brief, block: DraftBlock, at: number): Finding[] {
  const isForeign = block.origins.some(
    (origin) =>
      (origin.kind === "NOTE" && !notes.some(({ id }) => id === origin.noteId)) ||
      (origin.kind === "MEMORY" && !memories.some(({ id }) => id === origin.memoryId)),
  );
  const message = "It is said to be there for a note or a memory that this episode does not have.";
  return isForeign ? [{ code: "NOTE", block: at, message }] : [];
}

/** What a note has put right is not told again without it. */
function checkCorrections(brief: Brief, draft: Draft): Finding[] {
  const message =
    "It tells a passage that a note has put right, and the correction does not stand beside it.";
  return findUncorrected(brief, draft.blocks).map((block) => ({ code: "CORRECTION", block, message }));
}

/** Words in quotation marks are quotations, wherever they stand; a single expression may be set apart freely. */
const LEAST_QUOTED_WORDS = 5;

function checkQuotedWords(brief: Brief, block: DraftBlock, at: number): Finding[] {
  if (block.type !== "MARKDOWN" && block.type !== "SCENARIO") return [];
  const ids = new Set(
    block.origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  const passages = brief.candidates.filter(({ id }) => ids.has(id));
  if (passages.length === 0) return [];
  const isInvented = (words: string) =>
    countWords(words) >= LEAST_QUOTED_WORDS && !passages.some((passage) => occursIn(passage, words));
  const invented = quotedIn(markdownOf(block)).find(isInvented);
  if (invented === undefined) return [];
  const message = `“${invented}” is in quotation marks and stands in none of its passages.`;
  return [{ code: "QUOTE", block: at, message }];
}

function checkLinks(brief: Brief, block: DraftBlock, at: number): Finding[] {
  const markdown = markdownOf(block);
  const foreign = foreignUrl(brief, markdown);
  if (foreign !== undefined) {
    return [{ code: "LINK", block: at, message: `It links to ${foreign}, which stands in no source.` }];
  }
  // Words of a source are printed as words; what is Markdown would vanish.
  const isMarkdown = block.type !== "QUOTE" && block.type !== "RECALL";
  return isMarkdown && hasRawHtml(markdown)
    ? [{ code: "LINK", block: at, message: "It holds raw HTML, which readers never see." }]
    : [];
}

function checkRepeats(brief: Brief, draft: Draft): Finding[] {
  const message = "It says what the series has said already.";
  return findRepeats(brief, draft.blocks).map((block) => ({ code: "REPEAT", block, message }));
}

/** Near the length asked for; shorter only where the sources hold no more. */
function checkLength(brief: Brief, draft: Draft): Finding[] {
  const words = draftWords(draft);
  const asked = wordsFor(brief.project.minutes);
  const available = brief.candidates.reduce((sum, candidate) => sum + candidate.words, 0) + brief.wordsBeyond;
  const least = Math.min(asked * SHORTEST_SHARE, available * SHORTEST_SHARE);
  if (words >= least && words <= asked * LONGEST_SHARE + PASSAGE_WORDS) return [];
  const message = `It has ${words} words; ${brief.project.minutes} minutes are about ${asked}.`;
  return [{ code: "LENGTH", block: null, message }];
}

/** Words that a reader reads, recall questions with their answers included. */
export function draftWords(draft: Draft): number {
  return draft.blocks.reduce((sum, block) => sum + countWords(plainTextOf(markdownOf(block))), 0);
}

/** The language of the series or of a source that it quotes. */
function checkLanguage(brief: Brief, draft: Draft): Finding[] {
  const plain = draft.blocks.map((block) => plainTextOf(markdownOf(block))).join(" ");
  if (plain.length < LEAST_LANGUAGE_CHARS) return [];
  const { language } = eld.detect(plain.slice(0, MOST_LANGUAGE_CHARS));
  const expected = new Set([
    brief.project.language,
    ...brief.candidates.map(({ language }) => language ?? ""),
  ]);
  if (language === "") return [];
  if ([...expected].some((tag) => tag.toLowerCase().split("-")[0] === language)) return [];
  return [
    {
      code: "LANGUAGE",
      block: null,
      message: `It reads like “${language}”, not like “${brief.project.language}”.`,
    },
  ];
}
