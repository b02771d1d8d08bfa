import type { Linguist, Sentence } from "#platform/language/linguist.ts";
import type { Candidate, SpeechExcerpt } from "../../brief.ts";

/** A sentence of the episode that a question may be made of. */
export interface Line {
  candidate: Candidate;
  /** Null in a document. */
  speech: SpeechExcerpt | null;
  sentence: Sentence;
  weight: number;
  /** The section of the episode in which it stands. */
  section: number;
}

/** A question with an answer that stands in the passage; `evidence` is where. */
export interface Question {
  kind: "whoSaid" | "gap" | "ending" | "reply" | "whatIs";
  question: string;
  answer: string;
  evidence: { passageId: string; quote: string; startMs: number | null; endMs: number | null };
  section: number;
  score: number;
}

export type LinguistOf = (candidate: Candidate) => Linguist;

export function evidenceOf({ candidate, speech, sentence }: Line): Question["evidence"] {
  return {
    passageId: candidate.id,
    quote: sentence.text,
    startMs: speech?.startMs ?? null,
    endMs: speech?.endMs ?? null,
  };
}
