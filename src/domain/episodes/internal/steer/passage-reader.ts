import type { Candidate } from "../../brief.ts";
import { wordsOf } from "../select/drop-repeats.ts";
import { type ReadSentence, readSentences } from "./topic.ts";

/** Reads what a passage would print, once for all topics. */
export interface PassageReader {
  languages: readonly string[];
  sentences(candidate: Candidate): readonly ReadSentence[];
  /** The same, by excerpt. */
  excerpts(candidate: Candidate): readonly (readonly ReadSentence[])[];
}

export function passageReader(languages: readonly string[]): PassageReader {
  const known = new Map<string, ReadSentence[][]>();
  const excerpts = (candidate: Candidate) => {
    const key = `${candidate.id} ${candidate.excerpts.length} ${candidate.words}`;
    const read =
      known.get(key) ?? candidate.excerpts.map((excerpt) => readSentences(wordsOf(excerpt), languages));
    known.set(key, read);
    return read;
  };
  return { languages, excerpts, sentences: (candidate) => excerpts(candidate).flat() };
}
