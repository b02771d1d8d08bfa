import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Candidate } from "../../brief.ts";
import { fluencyOf } from "../transcript/fluency.ts";
import { utterancesOf } from "../transcript/utterances.ts";
import { stemsOfText } from "./topic.ts";

/** A sentence of a passage that may answer. */
export interface AnswerSentence {
  text: string;
  stems: ReadonlySet<string>;
  words: number;
  /** What somebody says is cut anywhere between sentences; a paragraph is set apart as a whole. */
  stretch: AnswerStretch;
  /** It leans on what was said before. */
  isDangling: boolean;
  /** Somebody else has asked right before. */
  isReply: boolean;
}

/** Sentences that stand together as they are printed. */
export interface AnswerStretch {
  text: string;
  words: number;
  isWhole: boolean;
  /** Where a sentence of it begins and ends. */
  spans: Map<AnswerSentence, [start: number, end: number]>;
}

/**
 * All sentences of a passage in their order. Those of a talk are read from the whole of what was said: an answer such as "It's about a third"
 * is too short to be worth reading alone, and is just what is looked for beside its question. What came out crooked stays only as a neighbour.
 */
export function answerSentences(
  candidate: Candidate,
  languages: readonly string[],
): (AnswerSentence | Neighbour)[] {
  return candidate.turns.length > 0 ? ofTalk(candidate, languages) : ofDocument(candidate, languages);
}

/** A sentence that can't be set apart, and tells what those beside it are about. */
export interface Neighbour {
  text: string;
  stems: ReadonlySet<string>;
  stretch: null;
}

function ofDocument({ excerpts, language }: Candidate, languages: readonly string[]) {
  const linguist = linguistFor(language ?? languages[0] ?? "en");
  return excerpts.flatMap((excerpt): (AnswerSentence | Neighbour)[] => {
    if (excerpt.kind !== "text") return [];
    const sentences = linguist.read(excerpt.plain);
    if (excerpt.node !== "paragraph")
      return sentences.map(({ text }) => ({ text, stems: stemsOfText(text, languages), stretch: null }));
    const stretch: AnswerStretch = {
      text: excerpt.plain,
      words: excerpt.words,
      isWhole: true,
      spans: new Map(),
    };
    return sentences.map(({ text, start, end, wordCount }) => {
      const stems = stemsOfText(text, languages);
      const sentence = { text, stems, words: wordCount, stretch, isDangling: false, isReply: false };
      stretch.spans.set(sentence, [start, end]);
      return sentence;
    });
  });
}

function ofTalk({ turns, language, excerpts }: Candidate, languages: readonly string[]) {
  const linguist = linguistFor(language ?? languages[0] ?? "en");
  const pieces = excerpts.flatMap((excerpt) => (excerpt.kind === "speech" ? excerpt.pieces : []));
  let asks = false;
  return utterancesOf(turns).flatMap((utterance) => {
    const isReply = asks;
    const printed = pieces.flatMap((piece): [start: number, end: number][] => {
      const at = utterance.text.indexOf(piece);
      return at === -1 ? [] : [[at, at + piece.length]];
    });
    let stretch: (AnswerStretch & { piece: number }) | null = null;
    const sentences = linguist.read(utterance.text).map((each): AnswerSentence | Neighbour => {
      const { text, start, end, wordCount } = each;
      const stems = stemsOfText(text, languages);
      const fluency = fluencyOf(each, linguist);
      if (fluency.isBroken || fluency.isProcedure || text.endsWith("?")) {
        stretch = null;
        return { text, stems, stretch: null };
      }
      const piece = printed.findIndex(([from, to]) => start < to && end > from);
      if (stretch?.piece !== piece)
        stretch = { text: utterance.text, words: 0, isWhole: false, spans: new Map(), piece };
      stretch.words += wordCount;
      const { isDangling } = fluency;
      const sentence = { text, stems, words: wordCount, stretch, isDangling, isReply };
      stretch.spans.set(sentence, [start + fluency.quoteStart, end]);
      return sentence;
    });
    asks = utterance.text.endsWith("?");
    return sentences;
  });
}
