import type { Cue } from "./cue.ts";

/** What the rules know of one language. */
export interface Lexicon {
  language: string;
  cues: readonly Cue[];
  /** Words that speak of the series or of the note itself and name no topic, in lower case. */
  notTopics: ReadonlySet<string>;
  /** Where what is said of a topic ends and something else begins. */
  clauseEnd: RegExp;
  /** How a paraphrase of ours begins before somebody's own words; where it is put right, it is read without. */
  said: RegExp;
  corrects: Corrects;
  say: Sayings;
}

/** How what is right stands beside what is wrong: "X, not Y". */
export interface Corrects {
  /** With the groups `wrong` and `right`, or `fact` where that is kept as it stands; the first that fits counts. */
  pairs: readonly RegExp[];
  /** Words before the statement itself: "No, ", "This is wrong." */
  opening: RegExp;
  /** What of a statement comes before the words that are right: "The rate is ". */
  before: RegExp;
}

/** One sentence for each wish. Every argument is plain words. */
export interface Sayings {
  moreOf(topic: string): string;
  lessOf(topic: string): string;
  skip(topic: string): string;
  shorter: string;
  longer: string;
  quotations: string;
  startFrom(title: string): string;
  ask(question: string): string;
  correct(right: string, wrong: string | null): string;
  tone(wish: string): string;
  schedule(wish: string): string;
  other(words: string): string;
  nothing: string;
  and: string;
}
