import type { Steering } from "../../brief.ts";
import type { Material } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { readSentences, shareAbout } from "./topic.ts";

/** Quotations for a thousand words where no episode shows how many there are. */
const USUAL_QUOTATIONS = 1000 / 420;
/** What was before is the mean of so many episodes. */
const EPISODES = 3;

/**
 * The mean share of each topic in the last three episodes; where nothing was told yet, its share in the sources. A note that stands for longer
 * is measured against the three before the first that had it: those since were steered by it, and to keep what it asks for is to honour it.
 */
export function sharesBefore(
  topics: Steering["topics"],
  material: Material,
  languages: readonly string[],
): Record<string, number> {
  const known = new Map<string, ReturnType<typeof readSentences>>();
  const read = (text: string) => {
    const sentences = known.get(text) ?? readSentences(plainTextOf(text), languages);
    known.set(text, sentences);
    return sentences;
  };
  return Object.fromEntries(
    Object.entries(topics).map(([id, topic]) => {
      const texts = untilFirst(material, id)?.map(({ text }) => text) ?? material.recentTexts;
      return [id, meanOf(texts.map((text) => shareAbout(read(text), topic))) ?? topic.inSources];
    }),
  );
}

/** Quotations for a thousand words in the last three episodes. */
export function usualQuotations({ recentQuotations = [] }: Material): number {
  return meanOf(recentQuotations) ?? USUAL_QUOTATIONS;
}

/** The same in the three before the first that had a note, for each that stands for longer and asks for more of them. */
export function quotationsBefore(material: Material): Record<string, number> {
  return Object.fromEntries(
    material.notes.flatMap(({ id, directive }) => {
      const before = untilFirst(material, id);
      if (before === null || directive.kind !== "MORE_QUOTATIONS") return [];
      return [[id, meanOf(before.flatMap(({ quotations }) => quotations ?? [])) ?? USUAL_QUOTATIONS]];
    }),
  );
}

/** The newest episodes before the first that had this note; null for a note that no earlier episode had. */
function untilFirst({ earlier = [], steeredSince = {} }: Material, noteId: string) {
  const since = steeredSince[noteId];
  return since === undefined ? null : earlier.filter(({ number }) => number < since).slice(-EPISODES);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
