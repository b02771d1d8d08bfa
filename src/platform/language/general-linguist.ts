import stopwords from "stopwords-iso" with { type: "json" };
import type { Linguist, Sentence, Token } from "./linguist.ts";
import { stemmerFor } from "./stemmer-for.ts";

const stopwordsByLanguage: Record<string, string[]> = stopwords;

/** Any language, by the Unicode rules of the runtime for sentences and words: no parts of speech, no frequencies. */
export function generalLinguist(language: string): Linguist {
  const sentenceSegmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const wordSegmenter = new Intl.Segmenter(language, { granularity: "word" });
  const stops = new Set(stopwordsByLanguage[language] ?? []);
  const stem = stemmerFor(language);

  function toToken({ segment, index, isWordLike }: Intl.SegmentData): Token {
    const lower = segment.toLocaleLowerCase(language);
    const isWord = isWordLike === true;
    return {
      text: segment,
      lower,
      start: index,
      end: index + segment.length,
      stem: stem(lower),
      isWord,
      isContent: isWord && !stops.has(lower) && lower.length > 1,
      pos: "",
    };
  }

  return {
    language,
    hasTagger: false,
    rarity: (lower) => Math.min(1, lower.length / 10),
    read(text) {
      const sentences: Sentence[] = [];
      for (const { segment, index } of joinAfterAbbreviations(sentenceSegmenter.segment(text))) {
        const trimmed = segment.trim();
        if (trimmed === "") continue;
        const start = index + segment.indexOf(trimmed);
        const tokens = Array.from(wordSegmenter.segment(trimmed), toToken).filter(
          (token) => token.text.trim() !== "",
        );
        const wordCount = tokens.filter((token) => token.isWord).length;
        sentences.push({ text: trimmed, start, end: start + trimmed.length, tokens, wordCount });
      }
      return sentences;
    },
  };
}

/** The Unicode rules end a sentence at "am 3. Mai" and "z. B."; a number or a single letter ends none here. */
function joinAfterAbbreviations(segments: Iterable<{ segment: string; index: number }>) {
  const joined: { segment: string; index: number }[] = [];
  for (const { segment, index } of segments) {
    const previous = joined.at(-1);
    if (previous !== undefined && /(?:^|[\s(.])(?:\d{1,2}|\p{L})\.\s*$/u.test(previous.segment))
      previous.segment += segment;
    else joined.push({ segment, index });
  }
  return joined;
}
