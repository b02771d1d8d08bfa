import type { Brief, Candidate, SpeechExcerpt, TextExcerpt } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { inQuotes } from "../phrases/quote.ts";
import { phrasesFor, say } from "../phrases/say.ts";
import { utterancesOf } from "../transcript/utterances.ts";
import { cleanWords } from "./clean-words.ts";

/** A passage that answers, less what is set apart of it, and the blocks that stand before it. */
export interface AnswerApart {
  rest: Candidate;
  blocks: DraftBlock[];
}

/** By passage: the question of a note, then the words that answer it with where they stand. */
export function setAnswersApart(brief: Brief): Map<string, AnswerApart> {
  const apart = new Map<string, AnswerApart>();
  const byId = new Map(brief.candidates.map((candidate) => [candidate.id, candidate]));
  for (const { noteId, passageId, quote } of brief.steering?.answers ?? []) {
    const passage = byId.get(passageId);
    if (passage === undefined) continue;
    const known = apart.get(passageId) ?? { rest: passage, blocks: [] };
    const blocks = [...askFor(brief, noteId), quoteFrom(passage, quote, noteId)];
    apart.set(passageId, { rest: less(known.rest, quote), blocks: [...known.blocks, ...blocks] });
  }
  return apart;
}

/** The question as plain words; none where nothing but addresses and signs is in it. */
function askFor({ notes, project }: Brief, noteId: string): DraftBlock[] {
  const directive = notes.find(({ id }) => id === noteId)?.directive;
  const question = directive?.kind === "ANSWER" ? cleanWords(directive.question) : "";
  if (question === "") return [];
  const markdown = say(
    phrasesFor(project.language).asks,
    { question: inQuotes(escapeMarkdown(question)) },
    0,
  );
  return [{ type: "MARKDOWN", markdown, origins: [{ kind: "NOTE", noteId }] }];
}

function quoteFrom(passage: Candidate, text: string, noteId: string): DraftBlock {
  // Short answers are found in all that was said, not only in what is worth reading by itself.
  const speech = utterancesOf(passage.turns).find((utterance) => utterance.text.includes(text));
  const { speaker = null, startMs = null, endMs = null } = speech ?? {};
  const heading = speech === undefined ? (passage.headingPath.at(-1) ?? null) : null;
  return {
    type: "QUOTE",
    text,
    attribution: { sourceTitle: passage.sourceTitle, heading, speaker, startMs },
    origins: [
      { kind: "PASSAGE", passageId: passage.id, quote: text, startMs, endMs },
      { kind: "NOTE", noteId },
    ],
  };
}

function less(passage: Candidate, quote: string): Candidate {
  const isLeft = (excerpt: TextExcerpt | SpeechExcerpt) =>
    excerpt.kind === "text" ? excerpt.plain !== quote : excerpt.pieces.length > 0;
  const excerpts = passage.excerpts
    .map((excerpt) =>
      excerpt.kind === "speech"
        ? { ...excerpt, pieces: excerpt.pieces.flatMap((piece) => around(piece, quote)) }
        : excerpt,
    )
    .filter(isLeft);
  return { ...passage, excerpts };
}

/** What is left of words when a quotation is taken out of them. */
function around(piece: string, quote: string): string[] {
  const at = piece.indexOf(quote);
  if (at === -1) return [piece];
  return [piece.slice(0, at).trim(), piece.slice(at + quote.length).trim()].filter((rest) => rest !== "");
}
