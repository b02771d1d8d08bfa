import { stemmerFor } from "#platform/language/stemmer-for.ts";
import type { Directive } from "../../directive.ts";

/** What a note wishes, as far as it is compared with what others wish. */
export interface Wished {
  directive: Directive;
  /** The words of its topic. */
  terms: readonly string[];
  paraphrase: string;
}

/** The stems of the words of topics, without what says nothing by itself. */
export function stemsOfTerms(terms: readonly string[], language: string): Set<string> {
  const stem = stemmerFor(language.split("-")[0] ?? language);
  const words = terms.flatMap((term) => term.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  const telling = words.filter((word) => word.length > 2 && !JOINING.has(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => stem(word)));
}

const JOINING = new Set(
  "the and for with from our your their its der die das den dem des und von zur zum für les des une aux sur los las del una por para".split(
    " ",
  ),
);

/** How many of all stems both have: 1 for the same, 0 for nothing in common. */
export function sharedOfAll(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = countShared(one, other);
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** How many of the stems of the one with fewer the other has too. */
export function sharedOfFewer(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const fewer = Math.min(one.size, other.size);
  return fewer === 0 ? 0 : countShared(one, other) / fewer;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((stem) => other.has(stem)).length;
}
