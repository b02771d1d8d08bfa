import { stemmerFor } from "#platform/language/stemmer-for.ts";
import type { Candidate } from "../../brief.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { type ReadSentence, readSentences } from "./topic.ts";

/** Reads what a passage would print, once for all topics. */
export interface PassageReader {
  languages: readonly string[];
  sentences(candidate: Candidate): readonly ReadSentence[];
  /** The same, by excerpt. */
  excerpts(candidate: Candidate): readonly (readonly ReadSentence[])[];
  /** The stems of all words of a passage and its headings, printed or not. */
  stems(passage: Candidate): ReadonlySet<string>;
}

const WORD = /\p{L}[\p{L}\p{M}]*|\d+(?:[.,]\d+)*/gu;

export function passageReader(languages: readonly string[]): PassageReader {
  const known = new Map<string, ReadSentence[][]>();
  const stemmers = languages.map(stemmerFor);
  const knownStems = new Map<string, Set<string>>();
  const excerpts = (candidate: Candidate) => {
    const key = `${candidate.id} ${candidate.excerpts.length} ${candidate.words}`;
    const read =
      known.get(key) ?? candidate.excerpts.map((excerpt) => readSentences(wordsOf(excerpt), languages));
    known.set(key, read);
    return read;
  };
  // By the stemmer alone: a question is looked for in all passages of a project, and telling sentences apart takes much longer.
  const stems = (passage: Candidate) => {
    const { id, sourceTitle, headingPath, text, turns } = passage;
    const all = [sourceTitle, ...headingPath, text, ...turns.map((turn) => turn.text)].join("\n");
    const read =
      knownStems.get(id) ??
      new Set((all.toLowerCase().match(WORD) ?? []).flatMap((word) => stemmers.map((stem) => stem(word))));
    knownStems.set(id, read);
    return read;
  };
  return { languages, excerpts, stems, sentences: (candidate) => excerpts(candidate).flat() };
}
