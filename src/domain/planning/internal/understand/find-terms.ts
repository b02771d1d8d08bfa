import type { Wish } from "./cue.ts";
import { findTopic } from "./find-topic.ts";
import type { Lexicon } from "./lexicon.ts";
import { readCorrection } from "./read-correction.ts";
import type { ReadNote } from "./read-note.ts";
import type { Weighed } from "./weigh-wishes.ts";

/** "More on that would be useful": the topic was said before. */
const POINTS_BACK =
  /^(?:it|them|that|this|these|those|ça|cela|eso|esto|ello)(?:$|,| (?:would|is|was|too|please|next|in|and|for|at|again|any|some)(?![\p{L}\p{N}]))/u;

/**
 * The topic: where the heaviest cue says it stands, else in the marked words, else what is said again and again, else in the sentence of the
 * heaviest cue, else anywhere. What is put right is no topic.
 */
export function findTerms({ note, plain, lexicon }: ReadNote, wish: Wish, weighed: Weighed): string[] {
  const region = weighed.regions.get(wish);
  if (region !== undefined) {
    const stretch = plain.slice(region.start, region.end);
    const end = stretch.search(lexicon.clauseEnd);
    const before = POINTS_BACK.test(stretch) ? [note.passage ?? plain.slice(0, region.start)] : [];
    const found = firstTopic([...before, ...(end > 2 ? [stretch.slice(0, end)] : []), stretch], lexicon);
    if (found.length > 0) return found;
  }
  if (note.passage !== null) return findTopic(note.passage, lexicon, { ofSource: true });
  if (wish === "CORRECT") {
    const { wrong, right } = readCorrection(plain, null, lexicon.corrects);
    const values = [wrong ?? "", right].filter((value) => value !== "" && value.split(" ").length <= 3);
    const without = values.reduce((text, value) => text.replace(value, " , "), plain);
    return firstTopic([without, plain], lexicon);
  }
  return firstTopic([...repeatedIn(plain), sentenceAt(plain, weighed.places.get(wish)), plain], lexicon);
}

/** By names as long as any stretch has one; only then by words that few people say. */
function firstTopic(stretches: readonly string[], lexicon: Lexicon): string[] {
  for (const byNames of [true, false])
    for (const stretch of stretches) {
      const found = findTopic(stretch, lexicon, { byNames });
      if (found.length > 0) return found;
    }
  return [];
}

/** "Gloves gloves gloves": the word, where one is said three times. */
function repeatedIn(plain: string): string[] {
  const words: string[] = plain.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const repeated = words.find(
    (word, at) => words.indexOf(word) === at && words.filter((each) => each === word).length > 2,
  );
  return repeated === undefined ? [] : [repeated];
}

function sentenceAt(plain: string, place = 0): string {
  const start = Math.max(...[". ", "! ", "? "].map((end) => plain.lastIndexOf(end, place) + 1));
  const end = plain.slice(place).search(/[.!?](?:\s|$)/u);
  return end === -1 ? plain.slice(start) : plain.slice(start, place + end + 1);
}
