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
/** A passage is never cut; it may take this much more than there is room for. */
const OVERSHOOT = 1.25;

export interface Arrangement {
  candidates: Candidate[];
  /** Wishes that found no passage. */
  missed: Set<string>;
  /** Wishes for which other wishes have left no room. */
  crowded: Set<string>;
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
  const { wishes, answers, leastWords } = arranging;
  const missed = new Set<string>();
  const reasons = new Map<string, string[]>();
  const bring = (candidates: readonly Candidate[], id: string) => {
    for (const candidate of candidates) reasons.set(candidate.id, [...(reasons.get(candidate.id) ?? []), id]);
    if (candidates.length === 0) missed.add(id);
  };
  const answering = ordered.filter(({ id }) => answers.some(({ passageId }) => passageId === id));
  for (const { noteId, passageId } of answers) {
    const answer = answering.filter(({ id }) => id === passageId);
    bring(answer, noteId);
  }
  const start = startFrom(ordered, arranging, bring);
  const { first, crowded } = bringMore(ordered, [...start, ...answering], arranging, bring);
  const firstIds = new Set(first.map(({ id }) => id));
  const rest = ordered.filter(({ id }) => !firstIds.has(id));
  const back = pushedBack(ordered, arranging);
  const inTurn = rest.filter(({ id }) => !back.has(id));
  const arranged = [...first, ...inTurn, ...rest.filter(({ id }) => back.has(id))];
  const others = ordered.reduce((sum, { id, words }) => sum + (back.has(id) ? 0 : words), 0);
  const less = others < leastWords ? wishesFor(wishes, "LESS_OF") : [];
  return {
    candidates: arranged.map((candidate) => steered(candidate, reasons)),
    missed,
    crowded,
    unmet: new Set(less.map(({ id }) => id)),
  };
}

function steered(candidate: Candidate, reasons: ReadonlyMap<string, string[]>): Candidate {
  const steeredBy = reasons.get(candidate.id);
  return steeredBy === undefined ? candidate : { ...candidate, steeredBy };
}

/**
 * What less is wished of. A note weighs against every passage that has half of what the episodes had; a memory against those about it. Where a
 * note wants more, memories have no say.
 */
function pushedBack(
  ordered: readonly Candidate[],
  { wishes, topics, before, reader }: Arranging,
  { byNotesAlone = false } = {},
): Set<string> {
  const less = wishesFor(wishes, "LESS_OF").filter(({ isMemory }) => !(byNotesAlone && isMemory));
  const isBack = (candidate: Candidate) =>
    less.some(({ id, isMemory }) => {
      const topic = topics[id];
      if (topic === undefined) return false;
      const least = isMemory ? LEAST_LESS_MEMORY : Math.max(LEAST_LESS, (before[id] ?? 0) / 2);
      return shareAbout(reader.sentences(candidate), topic) > least;
    });
  return new Set(ordered.filter(isBack).map(({ id }) => id));
}

type Bring = (candidates: readonly Candidate[], id: string) => void;

/** The passages of the source to begin with; a memory is asked only where no note says otherwise. */
function startFrom(
  ordered: readonly Candidate[],
  { wishes, episodeWords }: Arranging,
  bring: Bring,
): Candidate[] {
  const all = wishesFor(wishes, "START_FROM");
  const notes = all.filter(({ isMemory }) => !isMemory);
  const asked = notes.length > 0 ? notes : all.slice(0, 1);
  const sources = new Set(asked.map(({ directive }) => directive.sourceId));
  const others = wishesFor(wishes, "MORE_OF", "ANSWER").length > 0 || sources.size > 1;
  const most = episodeWords * (others ? START_SHARE : 1);
  const firstOf = (source: string) =>
    firstWords(
      ordered.filter(({ sourceId }) => sourceId === source),
      most,
    );
  for (const { id, directive } of asked) bring(firstOf(directive.sourceId), id);
  return [...sources].flatMap(firstOf);
}

/**
 * Brings forward, after what comes first anyway, the passages with the largest share of a topic: wish by wish, until each has its part of
 * the episode, notes before memories.
 */
function bringMore(
  ordered: readonly Candidate[],
  anyway: readonly Candidate[],
  arranging: Arranging,
  bring: Bring,
): { first: Candidate[]; crowded: Set<string> } {
  const { wishes, topics, before, reader, episodeWords } = arranging;
  const asked = wishesFor(wishes, "MORE_OF");
  const first = new Map(anyway.map((candidate) => [candidate.id, candidate]));
  const crowded = new Set<string>();
  const least = {
    note: pushedBack(ordered, arranging, { byNotesAlone: true }),
    memory: pushedBack(ordered, arranging),
  };
  for (const { id, isMemory } of asked) {
    const topic = topics[id];
    if (topic === undefined) continue;
    const alike = asked.filter((wish) => wish.isMemory === isMemory).length;
    const share = isMemory
      ? MEMORY_SHARE / alike
      : Math.min(NOTE_SHARE.most, Math.max(NOTE_SHARE.least, (before[id] ?? 0) + 0.3), MOST_BROUGHT / alike);
    const back = isMemory ? least.memory : least.note;
    const about = ordered
      .filter((candidate) => !back.has(candidate.id))
      .map((candidate) => ({ candidate, share: shareAbout(reader.sentences(candidate), topic) }))
      .filter((each) => each.share > LEAST_MORE)
      .toSorted((a, b) => b.share - a.share);
    const taken = [...first.values()].reduce((sum, { words }) => sum + words, 0);
    const room = episodeWords * MOST_BROUGHT - taken;
    const chosen = firstWords(
      about.map(({ candidate }) => candidate),
      Math.min(room, episodeWords * share),
    );
    if (about.length > 0 && chosen.length === 0) crowded.add(id);
    else bring(chosen, id);
    const fresh = new Set(chosen.map((candidate) => candidate.id));
    for (const candidate of ordered) if (fresh.has(candidate.id)) first.set(candidate.id, candidate);
  }
  return { first: [...first.values()], crowded };
}

/** The first until they have so many words; at least one where there is room at all, and none that goes far beyond it. */
function firstWords(candidates: readonly Candidate[], most: number): Candidate[] {
  let words = 0;
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (words >= most) break;
    if (chosen.length > 0 && words + candidate.words > most * OVERSHOOT) continue;
    chosen.push(candidate);
    words += candidate.words;
  }
  return chosen;
}
