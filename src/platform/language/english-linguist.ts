import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Linguist, Sentence, Token } from "./linguist.ts";
import { rarityInEnglish } from "./rarity-in-english.ts";
import { stemmerFor } from "./stemmer-for.ts";

const nlp = winkNLP(model);
const { its } = nlp;
const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM"]);

/** English by wink-nlp: sentences, tokens and parts of speech. */
export function englishLinguist(): Linguist {
  const stem = stemmerFor("en");
  return {
    language: "en",
    hasTagger: true,
    rarity: rarityInEnglish,
    read: (text) => readEnglish(text, stem),
  };
}

function readEnglish(text: string, stem: (word: string) => string): Sentence[] {
  const document = nlp.readDoc(text);
  const values = document.tokens().out();
  const kinds = document.tokens().out(its.type) as string[];
  const tags = document.tokens().out(its.pos) as string[];
  const stops = document.tokens().out(its.stopWordFlag) as unknown as boolean[];
  const spans = document.sentences().out(its.span) as unknown as [first: number, last: number][];
  const sentences: Sentence[] = [];
  let cursor = 0;
  for (const [first, last] of spans) {
    const found: Token[] = [];
    for (let at = first; at <= last; at++) {
      const value = values[at] ?? "";
      const start = text.indexOf(value, cursor);
      // wink changes no letters, but a token it cannot place must not shift those that follow.
      if (value === "" || start === -1) continue;
      cursor = start + value.length;
      const lower = value.toLowerCase();
      const isWord = kinds[at] === "word" || kinds[at] === "number" || kinds[at] === "ordinal";
      const isContent = isWord && stops[at] !== true && CONTENT.has(tags[at] ?? "") && !/^['’]/.test(lower);
      found.push({
        text: value,
        lower,
        start,
        end: cursor,
        stem: stem(lower),
        isWord,
        isContent,
        pos: tags[at] ?? "",
      });
    }
    const sentence = toSentence(text, found);
    if (sentence !== null) sentences.push(sentence);
  }
  return sentences;
}

function toSentence(text: string, tokens: Token[]): Sentence | null {
  const start = tokens.at(0)?.start;
  const end = tokens.at(-1)?.end;
  if (start === undefined || end === undefined) return null;
  return {
    text: text.slice(start, end),
    start,
    end,
    tokens: tokens.map((token) => ({ ...token, start: token.start - start, end: token.end - start })),
    // "don't" is two tokens and one word.
    wordCount: tokens.filter((token) => token.isWord && !/^(?:n['’]t|['’]\p{L}+)$/u.test(token.lower)).length,
  };
}
