/** One word, number or sign of a sentence. `start` and `end` count from the start of the sentence's text. */
export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  stem: string;
  isWord: boolean;
  /** It carries meaning: no sign, no stop word. */
  isContent: boolean;
  /** Part of speech in the Universal set (`NOUN`, `VERB`, …); empty where the language has no tagger. */
  pos: string;
}

/** One sentence, verbatim: `text` is the slice from `start` to `end` of what was read. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
  tokens: Token[];
  wordCount: number;
}

/** What the writer knows of one language. */
export interface Linguist {
  language: string;
  /** True when the tagger tells verbs from nouns, so that a missing verb means something. */
  hasTagger: boolean;
  read(text: string): Sentence[];
  /** How telling a word is, from 0 (on everyone's lips) to 1 (rare). */
  rarity(lower: string): number;
}
