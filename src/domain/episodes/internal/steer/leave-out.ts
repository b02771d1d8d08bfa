import type { Candidate, SteeredTopic } from "../../brief.ts";
import type { PassageReader } from "./passage-reader.ts";
import { isAbout, shareAbout } from "./topic.ts";
import { type Wish, wishesFor } from "./wishes.ts";

/** From this share of its words on a passage is about a topic, and goes as a whole; else only the parts that name it go. */
const ABOUT = 0.25;

export interface LeftOut {
  candidates: Candidate[];
  /** The passages that a wish keeps out of the episode. */
  passageIds: Set<string>;
  /** Words that only this episode does without. */
  wordsLater: number;
  /** Notes whose topic can't be left out, because too little else is left. */
  unmet: Set<string>;
}

interface Leaving {
  wishes: readonly Wish[];
  topics: Readonly<Record<string, SteeredTopic>>;
  reader: PassageReader;
  leastPassageWords: number;
  /** With fewer words left there would be no episode. */
  leastWords: number;
}

/**
 * Takes out what notes and memories want skipped: passages about the topic, and of others, for a note, the parts that name it. A wish for one
 * episode alone, and a memory, are not met where nothing to tell would be left; a note that stands for longer is, for its author meant it to last.
 */
export function leaveOut(all: readonly Candidate[], leaving: Leaving): LeftOut {
  let candidates = [...all];
  const passageIds = new Set<string>();
  const unmet = new Set<string>();
  let wordsLater = 0;
  for (const wish of wishesFor(leaving.wishes, "SKIP")) {
    const topic = leaving.topics[wish.id];
    if (topic === undefined) continue;
    const kept = candidates.flatMap((candidate) => without(candidate, topic, wish, leaving));
    const isLasting = wish.isStanding && !wish.isMemory;
    if (!isLasting && wordsOf(kept) < leaving.leastWords) {
      unmet.add(wish.id);
      continue;
    }
    const ids = new Set(kept.map(({ id }) => id));
    for (const { id } of candidates) if (!ids.has(id)) passageIds.add(id);
    if (!isLasting) wordsLater += wordsOf(candidates) - wordsOf(kept);
    candidates = kept;
  }
  return { candidates, passageIds, wordsLater, unmet };
}

function without(
  candidate: Candidate,
  topic: SteeredTopic,
  { isMemory }: Wish,
  { reader, leastPassageWords }: Leaving,
): Candidate[] {
  const named = reader.excerpts(candidate).map((sentences) => sentences.some((each) => isAbout(each, topic)));
  if (!named.includes(true)) return [candidate];
  if (shareAbout(reader.sentences(candidate), topic) >= ABOUT) return [];
  if (isMemory) return [candidate];
  const excerpts = candidate.excerpts.filter((_, at) => named[at] === false);
  const words = excerpts.reduce((sum, excerpt) => sum + excerpt.words, 0);
  return words < leastPassageWords ? [] : [{ ...candidate, excerpts, words }];
}

function wordsOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { words }) => sum + words, 0);
}
