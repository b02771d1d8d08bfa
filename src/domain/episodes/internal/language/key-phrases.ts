import { PROCEDURE } from "../transcript/speech-lexicon.ts";
import type { Linguist, Sentence, Token } from "./linguist.ts";
import { type NounPhrase, nounPhrases } from "./noun-phrases.ts";

export interface KeyPhrase {
  text: string;
  /** Stems, in order, joined by blanks: two phrases with the same key are the same phrase. */
  key: string;
  score: number;
}

/** A longer phrase must earn its length, but tells more than a word. */
const LENGTH_DAMPING = 0.35;
/** A word alone must rule its section: so many stretches, and of its uses in the source so large a share. */
const LEAST_STRETCHES = 3;
const LEAST_SHARE = 0.4;
/** What several people speak of is the subject; what one names may be an aside. */
const SHARED_BONUS = 1.4;
const RECURRENT_BONUS = 1.3;
const NAME_DAMPING = 0.6;
/** Of the readings of a head in the source, so many must be those of a noun. */
const LEAST_NOUN_SHARE = 0.6;

/** What somebody said in one go, or a paragraph. */
export interface Stretch {
  speaker: string | null;
  sentences: readonly Sentence[];
}

interface Found {
  phrase: NounPhrase;
  surfaces: Map<string, number>;
  stretches: Set<Stretch>;
  speakers: Set<string | null>;
}

interface Uses {
  stretches: number;
  speakers: number;
}

/**
 * The phrases that tell each section from the others, best first, and none that does not stand for it: said again and
 * again, here more than elsewhere, by a noun phrase where the language has a tagger, by a run of content words elsewhere.
 * A phrase is worth what its words are worth, by class-based TF-IDF (Grootendorst 2022) over stretches instead of single
 * occurrences, times how telling each word is in the language.
 */
export function keyPhrases(sections: readonly (readonly Stretch[])[], linguist: Linguist): KeyPhrase[][] {
  const uses = sections.map(countUses);
  const totals = new Map<string, number>();
  const sectionsWith = new Map<string, number>();
  for (const counts of uses)
    for (const [stem, { stretches }] of counts) {
      totals.set(stem, (totals.get(stem) ?? 0) + stretches);
      sectionsWith.set(stem, (sectionsWith.get(stem) ?? 0) + 1);
    }
  const isNoun = nounReader(sections, linguist);
  return sections.map((stretches, at) => {
    const usesOf = (token: Token): Uses => uses[at]?.get(token.stem) ?? { stretches: 0, speakers: 0 };
    const shareOf = (token: Token) => usesOf(token).stretches / (totals.get(token.stem) ?? 1);
    const worth = (token: Token) => {
      const { stretches: spread, speakers } = usesOf(token);
      const distinct = Math.sqrt(Math.log(1 + sections.length / (sectionsWith.get(token.stem) ?? 1)));
      const shared = speakers > 1 ? SHARED_BONUS : 1;
      const name = token.pos === "PROPN" ? NAME_DAMPING : 1;
      return Math.log2(1 + spread) * distinct * Math.sqrt(linguist.rarity(token.lower)) * shared * name;
    };
    const stands = ({ phrase: { tokens, isWhole, isOdd }, stretches: found }: Found) => {
      const head = tokens.at(-1);
      if (head === undefined || !isNoun(head)) return false;
      if (tokens.length === 1)
        return (
          usesOf(head).stretches >= LEAST_STRETCHES && shareOf(head) >= LEAST_SHARE && !/ing$/.test(head.lower)
        );
      if (found.size > 1) return true;
      // Said once, a phrase stands for the section only when its words come up elsewhere too.
      return isWhole && !isOdd && tokens.every((token) => usesOf(token).stretches >= 2);
    };
    const phrases = [...findPhrases(stretches, linguist)].flatMap(([key, found]) => {
      if (!stands(found)) return [];
      const { tokens } = found.phrase;
      const sum = tokens.reduce((total, token) => total + worth(token), 0);
      const recurrent = found.stretches.size > 1 ? RECURRENT_BONUS : 1;
      return [
        { key, text: commonest(found.surfaces), score: (sum / tokens.length ** LENGTH_DAMPING) * recurrent },
      ];
    });
    return withoutOverlap(phrases.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)));
  });
}

/** In how many stretches, and by how many speakers, each stem is used. */
function countUses(stretches: readonly Stretch[]): Map<string, Uses> {
  const speakers = new Map<string, Set<string | null>>();
  const counts = new Map<string, number>();
  for (const { speaker, sentences } of stretches) {
    const tokens = sentences.flatMap((sentence) => sentence.tokens.filter((token) => token.isContent));
    for (const stem of new Set(tokens.map((token) => token.stem))) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      speakers.set(stem, (speakers.get(stem) ?? new Set()).add(speaker));
    }
  }
  return new Map(
    [...counts].map(([stem, count]) => [stem, { stretches: count, speakers: speakers.get(stem)?.size ?? 0 }]),
  );
}

/** Tells whether a word is a noun for this source: "split" is none where parties split and are split. */
function nounReader(sections: readonly (readonly Stretch[])[], linguist: Linguist) {
  if (!linguist.hasTagger) return () => true;
  const nouns = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { sentences } of sections.flat())
    for (const { stem, pos } of sentences.flatMap(({ tokens }) => tokens)) {
      all.set(stem, (all.get(stem) ?? 0) + 1);
      if (pos === "NOUN" || pos === "PROPN") nouns.set(stem, (nouns.get(stem) ?? 0) + 1);
    }
  return ({ stem }: Token) => (nouns.get(stem) ?? 0) / (all.get(stem) ?? 1) >= LEAST_NOUN_SHARE;
}

function findPhrases(stretches: readonly Stretch[], linguist: Linguist): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const stretch of stretches)
    for (const sentence of stretch.sentences) {
      if (PROCEDURE.test(sentence.text)) continue;
      for (const phrase of nounPhrases(sentence, linguist)) {
        const key = phrase.tokens.map((token) => token.stem).join(" ");
        const entry = found.get(key) ?? {
          phrase,
          surfaces: new Map(),
          stretches: new Set(),
          speakers: new Set(),
        };
        const surface = surfaceOf(sentence, phrase.tokens);
        entry.surfaces.set(surface, (entry.surfaces.get(surface) ?? 0) + 1);
        entry.stretches.add(stretch);
        entry.speakers.add(stretch.speaker);
        found.set(key, entry);
      }
    }
  return found;
}

/** In the middle of a heading only a name keeps its capital. */
function surfaceOf(sentence: Sentence, tokens: readonly Token[]): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return "";
  const text = sentence.text.slice(first.start, last.end);
  const isFirstWord = sentence.tokens.find((token) => token.isWord) === first;
  const isName =
    first.pos === "" || (first.pos === "PROPN" && !isFirstWord) || /\p{Lu}.*\p{Lu}/u.test(first.text);
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function commonest(surfaces: ReadonlyMap<string, number>): string {
  return [...surfaces].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** "control" adds nothing beside "remote control", nor the other way round. */
function withoutOverlap(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  const kept: KeyPhrase[] = [];
  const used = new Set<string>();
  for (const phrase of phrases) {
    const stems = phrase.key.split(" ");
    if (stems.some((stem) => used.has(stem))) continue;
    for (const stem of stems) used.add(stem);
    kept.push(phrase);
  }
  return kept;
}
