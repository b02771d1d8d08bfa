import type { Linguist, Sentence, Token } from "#platform/language/linguist.ts";
import { type NounPhrase, nounPhrases } from "#platform/language/noun-phrases.ts";
import { type Section, sectionStatistics } from "#platform/language/section-statistics.ts";
import { PROCEDURE } from "../transcript/speech-lexicon.ts";

export interface KeyPhrase {
  text: string;
  /** Stems, in order, joined by blanks: two phrases with the same key are the same phrase. */
  key: string;
  score: number;
}

/** A longer phrase must earn its length, but tells more than a word. */
const LENGTH_DAMPING = 0.35;
/** A word alone must rule its section: so many stretches, so large a part of them, and of its uses in the source. */
const LEAST_STRETCHES = 4;
const LEAST_PART = 0.25;
const ENOUGH_STRETCHES = 5;
const LEAST_SHARE = 0.4;
/** What is said twice in one breath is an example, not the subject: from first to last in parts of the section. */
const LEAST_REACH = 0.2;
const PASSING_DAMPING = 0.6;
/** Of a phrase one word must come up so often. */
const LEAST_STRETCHES_OF_PHRASE = 3;
const RECURRENCE = 0.4;
/** A word alone gives way to a phrase that holds it and is worth this part of it: "party" to "party code". */
const WORTH_ITS_MODIFIER = 0.3;

interface Found {
  phrase: NounPhrase;
  surfaces: Map<string, number>;
  /** Indexes of the stretches in which it stands. */
  stretches: Set<number>;
}

/**
 * The phrases that tell each section from the others, best first, and none that does not stand for it: said again and
 * again, here more than elsewhere; by a noun phrase where the language has a tagger, by a run of content words elsewhere.
 * A phrase is worth what its words are worth, by class-based TF-IDF (Grootendorst 2022) over stretches instead of single
 * occurrences, times how telling each word is in the language.
 */
export function keyPhrases(sections: readonly Section[], linguist: Linguist): KeyPhrase[][] {
  const statistics = sectionStatistics(sections, linguist);
  return sections.map((section, at) => {
    const { usesOf, shareOf, worthOf, size } = statistics.of(at);
    const stands = ({ phrase: { tokens, isWhole, isOdd }, stretches }: Found) => {
      const [head] = tokens.slice(-1);
      if (head === undefined || !statistics.isNoun(head)) return false;
      if (tokens.length === 1) {
        const uses = usesOf(head);
        return (
          uses >= Math.max(LEAST_STRETCHES, Math.min(ENOUGH_STRETCHES, size * LEAST_PART)) &&
          shareOf(head) >= LEAST_SHARE &&
          !(linguist.hasTagger && /ing$/.test(head.lower))
        );
      }
      if (Math.max(...tokens.map(usesOf)) < Math.min(LEAST_STRETCHES_OF_PHRASE, size)) return false;
      // Said once, a phrase stands for the section only when its words come up elsewhere too.
      const isCompound = linguist.hasTagger && tokens.every(({ pos }) => pos !== "ADJ");
      return (
        stretches.size > 1 || (isWhole && isCompound && !isOdd && tokens.every((token) => usesOf(token) >= 2))
      );
    };
    const phrases = [...findPhrases(section, linguist, statistics.verbs)].flatMap(([key, found]) => {
      if (!stands(found)) return [];
      const { tokens } = found.phrase;
      const sum = tokens.reduce((total, token) => total + worthOf(token), 0);
      const places = [...found.stretches];
      const reach = (Math.max(...places) - Math.min(...places)) / section.length;
      const isPassing = places.length > 1 && reach < LEAST_REACH;
      const score =
        (sum / tokens.length ** LENGTH_DAMPING) *
        places.length ** RECURRENCE *
        (isPassing ? PASSING_DAMPING : 1);
      return [{ key, text: commonest(found.surfaces), score }];
    });
    const sorted = phrases.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    return withoutOverlap(withModifiers(sorted));
  });
}

function findPhrases(section: Section, linguist: Linguist, verbs: ReadonlySet<string>): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const [at, { sentences }] of section.entries())
    for (const sentence of sentences) {
      if (PROCEDURE.test(sentence.text)) continue;
      for (const phrase of nounPhrases(sentence, linguist, verbs)) {
        const key = phrase.tokens.map((token) => token.stem).join(" ");
        const entry = found.get(key) ?? { phrase, surfaces: new Map(), stretches: new Set() };
        const surface = surfaceOf(sentence, phrase.tokens);
        entry.surfaces.set(surface, (entry.surfaces.get(surface) ?? 0) + 1);
        entry.stretches.add(at);
        found.set(key, entry);
      }
    }
  return found;
}

/** Puts before a single word the best phrase that says the same more fully. */
function withModifiers(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  return phrases.flatMap((phrase) => {
    if (phrase.key.includes(" ")) return [phrase];
    const fuller = phrases.find(
      ({ key, score }) =>
        key.includes(" ") &&
        key.split(" ").includes(phrase.key) &&
        score >= phrase.score * WORTH_ITS_MODIFIER,
    );
    return fuller === undefined ? [phrase] : [{ ...fuller, score: phrase.score }, phrase];
  });
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
