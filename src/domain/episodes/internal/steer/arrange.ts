import type { Candidate, SteeredTopic } from "../../brief.ts";
import type { PassageReader } from "./passage-reader.ts";
import { shareAbout } from "./topic.ts";
import { type Wish, wishesFor } from "./wishes.ts";

/** Of an episode's words, what passages that were brought forward may take: in all, for a note at least and at most, for memories. */
const MOST_BROUGHT = 0.75;
const NOTE_SHARE = { least: 0.4, most: 0.7 };
const MEMORY_SHARE = 0.25;
/** A passage is brought forward for a topic that has more of its words than this, or than the episodes before had. */
const LEAST_MORE = 0.03;
/** One that has less of it than this is told all the same: for a note, for a memory. */
const LEAST_LESS = 0.02;
const LEAST_LESS_MEMORY = 0.08;
/** Where other wishes want room, the source to begin with takes this share of an episode first. */
const START_SHARE = 0.35;

export interface Arrangement {
  candidates: Candidate[];
  /** Wishes that found no passage. */
  missed: Set<string>;
  /** Wishes for less of what is nearly all that is left. */
  unmet: Set<string>;
}

interface Arranging {
  wishes: readonly Wish[];
  topics: Readonly<Record<string, SteeredTopic>>;
  /** By the id of the wish: the share of the topic so far. */
  before: Readonly<Record<string, number>>;
  /** Passages that answer a note, by the note. */
  answers: readonly { noteId: string; passageId: string }[];
  reader: PassageReader;
  episodeWords: number;
  /** With fewer words of anything else there would be no episode. */
  leastWords: number;
}

/**
 * The order in which an episode is told with its notes and memories: the source to begin with, then what answers a question, then what more
 * is wished of, then the rest, and last what less is wished of. What is brought forward says for whom; each part keeps the order it had.
 */
export function arrange(ordered: readonly Candidate[], arranging: Arranging): Arrangement {
  const { wishes, answers, episodeWords, leastWords } = arranging;
  const missed = new Set<string>();
  const reasons = new Map<string, string[]>();
  const bring = (candidates: readonly Candidate[], id: string) => {
    for (const candidate of candidates) reasons.set(candidate.id, [...(reasons.get(candidate.id) ?? []), id]);
    if (candidates.length === 0) missed.add(id);
  };
  for (const { noteId, passageId } of answers)
    bring(
      ordered.filter(({ id }) => id === passageId),
      noteId,
    );
  const answering = ordered.filter(({ id }) => reasons.has(id));
  const back = pushedBack(ordered, arranging);
  const free = ordered.filter((candidate) => !back.has(candidate.id));
  const start = startFrom(ordered, wishes, episodeWords, bring);
  const taken = new Set([...answering, ...start].map(({ id }) => id));
  const more = bringMore(free, taken, arranging, bring);
  const isFirst = (candidate: Candidate) => taken.has(candidate.id) || more.has(candidate.id);
  const rest = ordered.filter((candidate) => !isFirst(candidate));
  const arranged = [
    ...start,
    ...answering.filter(({ id }) => !start.some((candidate) => candidate.id === id)),
    ...ordered.filter(({ id }) => more.has(id) && !taken.has(id)),
    ...rest.filter(({ id }) => !back.has(id)),
    ...rest.filter(({ id }) => back.has(id)),
  ];
  const others = free.reduce((sum, { words }) => sum + words, 0);
  const less = others < leastWords ? wishesFor(wishes, "LESS_OF") : [];
  return {
    candidates: arranged.map((candidate) => steered(candidate, reasons)),
    missed,
    unmet: new Set(less.map(({ id }) => id)),
  };
}

function steered(candidate: Candidate, reasons: ReadonlyMap<string, string[]>): Candidate {
  const steeredBy = reasons.get(candidate.id);
  return steeredBy === undefined ? candidate : { ...candidate, steeredBy };
}

/** What less is wished of. A note weighs against every passage that has half of what the episodes had; a memory against those about it. */
function pushedBack(
  ordered: readonly Candidate[],
  { wishes, topics, before, reader }: Arranging,
): Set<string> {
  const less = wishesFor(wishes, "LESS_OF");
  const isBack = (candidate: Candidate) =>
    less.some(({ id, isMemory }) => {
      const topic = topics[id];
      if (topic === undefined) return false;
      const least = isMemory ? LEAST_LESS_MEMORY : Math.max(LEAST_LESS, (before[id] ?? 0) / 2);
      return shareAbout(reader.sentences(candidate), topic) > least;
    });
  return new Set(ordered.filter(isBack).map(({ id }) => id));
}

/** The passages of the source to begin with; a memory is asked only where no note says otherwise. */
function startFrom(
  ordered: readonly Candidate[],
  wishes: readonly Wish[],
  episodeWords: number,
  bring: (candidates: readonly Candidate[], id: string) => void,
): Candidate[] {
  const all = wishesFor(wishes, "START_FROM");
  const notes = all.filter(({ isMemory }) => !isMemory);
  const asked = notes.length > 0 ? notes : all.slice(0, 1);
  const others = wishesFor(wishes, "MORE_OF", "ANSWER").length > 0 || asked.length > 1;
  const most = episodeWords * (others ? START_SHARE : 1);
  return asked.flatMap(({ id, directive }) => {
    const first = firstWords(
      ordered.filter(({ sourceId }) => sourceId === directive.sourceId),
      most,
    );
    bring(first, id);
    return first;
  });
}

/** Brings forward, wish by wish, the passages with the largest share of the topic, until each has its part of the episode. */
function bringMore(
  free: readonly Candidate[],
  taken: ReadonlySet<string>,
  { wishes, topics, before, reader, episodeWords }: Arranging,
  bring: (candidates: readonly Candidate[], id: string) => void,
): Set<string> {
  const asked = wishesFor(wishes, "MORE_OF");
  const brought = new Set<string>();
  let room = episodeWords * MOST_BROUGHT;
  for (const { id, isMemory } of asked) {
    const topic = topics[id];
    if (topic === undefined) continue;
    const alike = asked.filter((wish) => wish.isMemory === isMemory).length;
    const share = isMemory
      ? MEMORY_SHARE / alike
      : Math.min(NOTE_SHARE.most, Math.max(NOTE_SHARE.least, (before[id] ?? 0) + 0.3), MOST_BROUGHT / alike);
    const measured = free
      .map((candidate) => ({ candidate, share: shareAbout(reader.sentences(candidate), topic) }))
      .filter((each) => each.share > LEAST_MORE)
      .toSorted((a, b) => b.share - a.share);
    const chosen = firstWords(
      measured.map(({ candidate }) => candidate),
      Math.min(room, episodeWords * share),
    );
    bring(chosen, id);
    for (const { id: passageId, words } of chosen) {
      if (!brought.has(passageId) && !taken.has(passageId)) room -= words;
      brought.add(passageId);
    }
  }
  return brought;
}

/** The first until they have so many words; at least one where there is room at all. */
function firstWords(candidates: readonly Candidate[], most: number): Candidate[] {
  let words = 0;
  return candidates.filter((candidate) => {
    const isWithin = words < most;
    words += candidate.words;
    return isWithin;
  });
}
