import { stemmerFor } from "#platform/language/stemmer-for.ts";
import type { Found } from "./assemble.ts";
import { ABOUT_TOPICS } from "./assemble.ts";
import { findTerms } from "./find-terms.ts";
import type { NoteAnswer } from "./note-answer.ts";
import { plainWords } from "./plain-note.ts";
import { labelSources } from "./prompts/understand-note.v1.ts";
import { readCorrection } from "./read-correction.ts";
import type { ReadNote } from "./read-note.ts";
import { weighWishes } from "./weigh-wishes.ts";

const MOST_TERMS = 6;
const LONGEST_TERM = 60;
const LONGEST_PARAPHRASE = 300;

export interface CheckedAnswer extends Found {
  /** Null where the model's sentence can't be shown: then the template says it. */
  paraphrase: string | null;
}

/** What of a model's answer is true of the note, mended where the note says how; null for what can't be used. */
export function checkAnswer(read: ReadNote, answer: NoteAnswer): CheckedAnswer | null {
  const { note, plain, lexicon } = read;
  const { wish } = answer;
  const said = wordsOf([plain, note.passage, note.block?.markdown, note.episodeTitle].join(" "), read);
  const stands = (words: string) => {
    const stems = [...wordsOf(words, read)];
    return stems.length > 0 && stems.every((stem) => said.has(stem));
  };
  const source = answer.source === null ? null : labelSources(note).get(answer.source.toLowerCase().trim());
  if (wish === "START_FROM" && !source) return null;
  const terms = ABOUT_TOPICS.has(wish) ? termsOf() : [];
  if (terms.length === 0 && ABOUT_TOPICS.has(wish) && wish !== "CORRECT") return null;
  const paraphrase = plainWords(answer.paraphrase);
  const isOurs =
    paraphrase === answer.paraphrase.trim().replace(/\s+/g, " ") && paraphrase.length <= LONGEST_PARAPHRASE;
  return {
    ...{ wish, terms, source: source ?? null, isOfEpisode: answer.target === "EPISODE" },
    ...(wish === "CORRECT" ? { correction: correction() } : {}),
    paraphrase: isOurs && isAboutNote(paraphrase) ? paraphrase : null,
  };

  function termsOf(): string[] {
    const told = answer.terms.map((term) => plainWords(term).toLowerCase());
    const found = told.filter((term) => term !== "" && term.length <= LONGEST_TERM && stands(term));
    if (found.length > 0) return [...new Set(found)].slice(0, MOST_TERMS);
    return findTerms(read, wish, weighWishes(read.folded, lexicon.cues));
  }

  function correction() {
    const byRules = readCorrection(plain, note.passage, lexicon.corrects);
    const right = plainWords(answer.right ?? "");
    const wrong = plainWords(answer.wrong ?? "");
    return {
      right: right !== "" && right.length <= 500 && stands(right) ? right : byRules.right,
      wrong: wrong !== "" && wrong.length <= 500 && stands(wrong) ? wrong : byRules.wrong,
    };
  }

  /** Whoever paraphrases shares a word with the note, or says no more than what kind of wish it is. */
  function isAboutNote(words: string): boolean {
    if (words === "" || !/[\p{L}\p{N}]/u.test(words)) return false;
    return !ABOUT_TOPICS.has(wish) || [...wordsOf(words, read)].some((stem) => said.has(stem));
  }
}

/** The stems of all words but the shortest, in whatever form. */
function wordsOf(text: string, { language }: ReadNote): Set<string> {
  const stem = stemmerFor(language);
  const words = text.toLowerCase().match(/\p{L}{3,}|\p{N}[\p{N}.,:]*\p{N}|\p{N}/gu) ?? [];
  return new Set(words.map((word) => stem(word)));
}
