import type { Linguist, Sentence, Token } from "./linguist.ts";

/** What somebody said in one go, or a paragraph. */
interface Stretch {
  speaker: string | null;
  sentences: readonly Sentence[];
}

export type Section = readonly Stretch[];

/** What several people speak of is the subject; what one names may be an aside. */
const SHARED_BONUS = 1.4;
const NAME_DAMPING = 0.6;
const SPREAD = 0.6;
/** Of the readings of a word in the source, so many must be those of a noun. */
const LEAST_NOUN_SHARE = 0.6;
/** A stretch of fewer words only answers or agrees. */
const LEAST_WORDS = 8;

/** How the words of a source are spread over its sections, stretch by stretch. */
export function sectionStatistics(sections: readonly Section[], linguist: Linguist) {
  const bySection = sections.map(countUses);
  const totals = new Map<string, number>();
  const sectionsWith = new Map<string, number>();
  for (const uses of bySection)
    for (const [stem, { stretches }] of uses) {
      totals.set(stem, (totals.get(stem) ?? 0) + stretches);
      sectionsWith.set(stem, (sectionsWith.get(stem) ?? 0) + 1);
    }
  const readings = countReadings(sections);
  return {
    /** Stems that the source uses as verbs. */
    verbs: readings.verbs,
    /** "Split" is no noun where most often something is split. */
    isNoun: ({ stem }: Token) => !linguist.hasTagger || readings.nounShare(stem) >= LEAST_NOUN_SHARE,
    of(at: number) {
      const uses = bySection[at];
      const usesOf = ({ stem }: Token) => uses?.get(stem)?.stretches ?? 0;
      return {
        /** How many stretches say something. */
        size: (sections[at] ?? []).filter((stretch) => wordsOf(stretch) >= LEAST_WORDS).length,
        usesOf,
        shareOf: (token: Token) => usesOf(token) / (totals.get(token.stem) ?? 1),
        worthOf(token: Token) {
          const distinct = Math.sqrt(Math.log(1 + sections.length / (sectionsWith.get(token.stem) ?? 1)));
          const shared = (uses?.get(token.stem)?.speakers ?? 0) > 1 ? SHARED_BONUS : 1;
          const name = linguist.hasTagger && readings.isName(token.stem) ? NAME_DAMPING : 1;
          return usesOf(token) ** SPREAD * distinct * Math.sqrt(linguist.rarity(token.lower)) * shared * name;
        },
      };
    },
  };
}

/** In how many stretches, and by how many speakers, each stem is used. */
function countUses(section: Section): Map<string, { stretches: number; speakers: number }> {
  const speakers = new Map<string, Set<string | null>>();
  const counts = new Map<string, number>();
  for (const { speaker, sentences } of section) {
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

function countReadings(sections: readonly Section[]) {
  const all = new Map<string, number>();
  const nouns = new Map<string, number>();
  const verbs = new Set<string>();
  const uncapped = new Set<string>();
  for (const { sentences } of sections.flat())
    for (const { stem, pos, text, lower } of sentences.flatMap(({ tokens }) => tokens)) {
      all.set(stem, (all.get(stem) ?? 0) + 1);
      if (pos === "NOUN" || pos === "PROPN") nouns.set(stem, (nouns.get(stem) ?? 0) + 1);
      if (pos === "VERB") verbs.add(stem);
      if (text === lower) uncapped.add(stem);
    }
  return {
    verbs,
    nounShare: (stem: string) => (nouns.get(stem) ?? 0) / (all.get(stem) ?? 1),
    isName: (stem: string) => !uncapped.has(stem),
  };
}

function wordsOf({ sentences }: Stretch): number {
  return sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);
}
