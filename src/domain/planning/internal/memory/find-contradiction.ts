import { linguistFor } from "#platform/language/linguist-for.ts";
import { nearness } from "#platform/language/sentence-vectors.ts";
import type { Directive } from "../../directive.ts";
import { sharedOfFewer, stemsOfTerms } from "../relations/wished.ts";
import { negationsOf } from "./negations.ts";

/** What is compared of a memory. */
export interface Said {
  text: string;
  directive: Directive | null;
  /** A unit vector; null where none was made. */
  vector: readonly number[] | null;
}

export interface Standing extends Said {
  id: string;
  isPinned: boolean;
}

/** So near in meaning that both speak of one matter: "The board meets on Tuesday" and "… on Friday" are 0.9. */
const NEAR = 0.75;
/** Or they share so much of the shorter one's words. */
const SHARED_WORDS = 0.6;
const LEAST_SHARED = 2;
/** Languages that begin every noun with a capital. */
const CAPITALS_SAY_NOTHING = /^(de|lb)\b/i;

/**
 * The memory that says otherwise: it is about the same and is to be done the other way round, or it is near in meaning (or in words) and
 * one names a number or a name that the other does not, or just one of the two denies. A rule of words, made to ask an editor once too often
 * rather than once too seldom; it decides nothing by itself. Pinned ones first, then the nearest, then by id. Pure.
 *
 * @param language BCP 47; denials are known in English, German, French, Spanish, Italian and Dutch, names where only they begin with a capital
 */
export function findContradiction(
  said: Said,
  standing: readonly Standing[],
  language: string,
): Standing | null {
  const mine = readSaid(said, language);
  const found = standing
    .map((other) => ({ other, near: nearnessOf(said, other) }))
    .filter(({ other, near }) => {
      if (opposes(said.directive, other.directive, language)) return true;
      if (near < NEAR && !sharesBeginnings(said.text, other.text)) return false;
      const theirs = readSaid(other, language);
      return theirs.plain !== mine.plain && isSameMatter(mine, theirs, near) && differs(mine, theirs);
    })
    .sort(
      (one, next) =>
        Number(next.other.isPinned) - Number(one.other.isPinned) ||
        next.near - one.near ||
        (one.other.id < next.other.id ? -1 : 1),
    );
  return found[0]?.other ?? null;
}

/** True when a writer can't do both: more and less of one topic, shorter and longer, to begin with two sources. */
export function opposes(one: Directive | null, other: Directive | null, language: string): boolean {
  if (!one || !other) return false;
  const kinds = [one.kind, other.kind].sort().join(" ");
  if (kinds === "LONGER SHORTER") return true;
  if (one.kind === "START_FROM" && other.kind === "START_FROM") return one.sourceId !== other.sourceId;
  if (kinds !== "LESS_OF MORE_OF" && kinds !== "MORE_OF SKIP") return false;
  if (!("terms" in one && "terms" in other)) return false;
  const [mine, theirs] = [one, other].map(({ terms }) => stemsOfTerms(terms, language));
  return mine !== undefined && theirs !== undefined && sharedOfFewer(mine, theirs) >= SHARED_WORDS;
}

interface ReadSaid {
  plain: string;
  stems: Set<string>;
  numbers: Set<string>;
  names: Set<string>;
  isDenied: boolean;
}

const read = new WeakMap<Said, ReadSaid>();

function readSaid(said: Said, language: string): ReadSaid {
  const known = read.get(said);
  if (known) return known;
  const sentences = linguistFor(language).read(said.text);
  const tokens = sentences.flatMap((sentence) =>
    sentence.tokens.map((token, at) => ({ ...token, isFirst: at === 0 })),
  );
  const negations = negationsOf(language);
  const numbers = new Set(said.text.match(/\d+(?:[.,:]\d+)*/g) ?? []);
  const names = tokens.filter(
    ({ text, isFirst, isWord }) => isWord && !isFirst && /^\p{Lu}/u.test(text) && text !== "I",
  );
  const whole: ReadSaid = {
    plain: tokens.map(({ lower }) => lower).join(" "),
    stems: new Set(
      tokens.filter(({ isContent, text }) => isContent && !/^\d/.test(text)).map(({ stem }) => stem),
    ),
    numbers,
    names: new Set(CAPITALS_SAY_NOTHING.test(language) ? [] : names.map(({ lower }) => lower)),
    isDenied: tokens.some(({ lower }) => negations.has(lower.replace("’", "'"))),
  };
  read.set(said, whole);
  return whole;
}

/** A cheap look before the words of a language are read: two words that begin alike. */
function sharesBeginnings(one: string, other: string): boolean {
  const mine = beginningsOf(one);
  let shared = 0;
  for (const beginning of beginningsOf(other)) if (mine.has(beginning)) shared += 1;
  return shared >= LEAST_SHARED;
}

function beginningsOf(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.slice(0, 4)));
}

function nearnessOf(one: Said, other: Said): number {
  return one.vector && other.vector ? nearness(one.vector, other.vector) : 0;
}

function isSameMatter(one: ReadSaid, other: ReadSaid, near: number): boolean {
  if (near >= NEAR) return true;
  const shared = [...one.stems].filter((stem) => other.stems.has(stem)).length;
  const shorter = Math.min(one.stems.size, other.stems.size);
  return shared >= LEAST_SHARED && shared >= shorter * SHARED_WORDS;
}

function differs(one: ReadSaid, other: ReadSaid): boolean {
  return (
    one.isDenied !== other.isDenied ||
    eachHasItsOwn(one.numbers, other.numbers) ||
    eachHasItsOwn(one.names, other.names)
  );
}

function eachHasItsOwn(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => !other.has(value)) && [...other].some((value) => !one.has(value));
}
