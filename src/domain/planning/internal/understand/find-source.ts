import type { Token } from "#platform/language/linguist.ts";
import { linguistFor } from "#platform/language/linguist-for.ts";

interface Titled {
  id: string;
  title: string;
}

/** So much of the weight of a title's words must be named; less where the note says that it names a source. */
const LEAST_SHARE = 0.6;
const LEAST_SHARE_IF_MEANT = 0.4;

/**
 * The source whose title a note names, in whole or by its telling words; null where two fit alike or none does. `isMeant`: the note speaks of
 * where to begin; else the title's kind of text ("policy", "minutes") must be named too, so that no topic is taken for a source.
 */
export function findSource(
  words: string,
  sources: readonly Titled[],
  { language, isMeant }: { language: string; isMeant: boolean },
): Titled | null {
  const said = stemsOf(words, language);
  const [first, second] = sources
    .map((source) => ({ source, ...scoreOf(source.title, said, language) }))
    .filter(({ share, namesHead }) =>
      isMeant ? share >= LEAST_SHARE_IF_MEANT : share >= LEAST_SHARE && namesHead,
    )
    .map(({ source, share, weight }) => ({ source, score: share * weight }))
    .sort((one, other) => other.score - one.score);
  if (first === undefined || second?.score === first.score) return null;
  return first.source;
}

function scoreOf(title: string, said: ReadonlySet<string>, language: string) {
  const linguist = linguistFor(language);
  const tokens = wordsOf(title, language).filter(({ isContent }) => isContent);
  // A year or a version in a title is seldom said.
  const weigh = ({ lower }: Token) => (/\d/.test(lower) ? 0.25 : 0.3 + linguist.rarity(lower));
  const total = tokens.reduce((sum, token) => sum + weigh(token), 0);
  const named = tokens.filter(({ stem }) => said.has(stem)).reduce((sum, token) => sum + weigh(token), 0);
  const head = headOf(title, language);
  return {
    share: total === 0 ? 0 : named / total,
    weight: named,
    namesHead: head !== undefined && said.has(head.stem),
  };
}

/** What kind of text it is: in English the last word of the title's first part, elsewhere the first. */
function headOf(title: string, language: string): Token | undefined {
  const [part = title] = title.split(/[,:(–—]/);
  const named = wordsOf(part, language).filter(({ lower, isContent }) => isContent && !/\d/.test(lower));
  return language === "en" ? named.at(-1) : named[0];
}

function stemsOf(words: string, language: string): Set<string> {
  return new Set(wordsOf(words, language).map(({ stem }) => stem));
}

function wordsOf(text: string, language: string): Token[] {
  return linguistFor(language)
    .read(text)
    .flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord));
}
