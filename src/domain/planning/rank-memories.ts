import { countTokens } from "#platform/count-tokens.ts";
import type { MemoryKind, MemoryStatus } from "#platform/db/generated/client.ts";
import { nearness } from "#platform/language/sentence-vectors.ts";

/** A memory as the ranking sees it. */
export interface MemoryToRank {
  id: string;
  kind: MemoryKind;
  status: MemoryStatus;
  text: string;
  /** 1 to 10. */
  importance: number;
  isPinned: boolean;
  /** A unit vector; null where none was made. */
  vector: readonly number[] | null;
  validFrom: Date;
  validUntil: Date | null;
  /** When it was last in a brief, or else when it was learnt. */
  touchedAt: Date;
}

export interface RankedMemory {
  id: string;
  /** Its place in the brief, from 1. */
  rank: number;
  /** Relevance times importance times recency, 0 to 1. */
  score: number;
}

interface Ranking {
  memories: readonly MemoryToRank[];
  /** Where the coming episode stands in meaning: that of its goal. */
  vector: readonly number[] | null;
  now: Date;
  /** What the texts of all that are chosen may take. */
  budgetTokens: number;
}

/** As in the paper, but by the day: a series that appears once a week forgets in months, not in days. Half is left after 138 days. */
const KEPT_EACH_DAY = 0.995;
/** Where nothing is known of the meaning of one side. */
const UNKNOWN_RELEVANCE = 0.5;
/** How an organization wants to be written for counts for every episode, whatever it is about. */
const LEAST_RELEVANCE: Record<MemoryKind, number> = {
  STYLE: 1,
  PREFERENCE: 0.5,
  DECISION: 0.5,
  FACT: 0,
  COVERED_TOPIC: 0,
};
/** Topics that were covered come last, and take no more than this share of the budget, nor more than so many places. */
const COVERED_SHARE = 0.25;
const MOST_COVERED = 8;
const DAY_MS = 86_400_000;

/**
 * Chooses what of its memories an episode is written with: the pinned ones first, then what was learnt, then what was covered, each by
 * relevance × importance × recency, after Park et al. 2023 ("Generative Agents", arXiv:2304.03442, section 4.1), which adds the three; each
 * is between 0 and 1 by itself, so that a memory's score does not depend on the others. What does not fit any more is passed over for what
 * does. Only what is active and valid is ever chosen. Ties go by id. Pure.
 */
export function rankMemories({ memories, vector, now, budgetTokens }: Ranking): RankedMemory[] {
  const scored = memories
    .filter((memory) => counts(memory, now))
    .map((memory) => ({ ...memory, score: scoreOf(memory, vector, now) }))
    .sort(
      (one, other) => laneOf(one) - laneOf(other) || other.score - one.score || (one.id < other.id ? -1 : 1),
    );
  const chosen: RankedMemory[] = [];
  let left = budgetTokens;
  let leftForCovered = Math.floor(budgetTokens * COVERED_SHARE);
  let covered = 0;
  for (const memory of scored) {
    if (left <= 0) break;
    const isExtra = laneOf(memory) === 2;
    if (isExtra && covered >= MOST_COVERED) break;
    const tokens = countTokens(memory.text);
    if (tokens > left || (isExtra && tokens > leftForCovered)) continue;
    left -= tokens;
    if (isExtra) {
      leftForCovered -= tokens;
      covered += 1;
    }
    chosen.push({ id: memory.id, rank: chosen.length + 1, score: memory.score });
  }
  return chosen;
}

/** Active, begun, and not over. */
function counts({ status, validFrom, validUntil }: MemoryToRank, now: Date): boolean {
  return status === "ACTIVE" && validFrom <= now && (validUntil === null || validUntil > now);
}

function laneOf({ isPinned, kind }: Pick<MemoryToRank, "isPinned" | "kind">): number {
  if (isPinned) return 0;
  return kind === "COVERED_TOPIC" ? 2 : 1;
}

function scoreOf(memory: MemoryToRank, vector: readonly number[] | null, now: Date): number {
  const days = Math.max(0, now.getTime() - memory.touchedAt.getTime()) / DAY_MS;
  return relevanceOf(memory, vector) * (memory.importance / 10) * KEPT_EACH_DAY ** days;
}

function relevanceOf({ kind, vector: own }: MemoryToRank, vector: readonly number[] | null): number {
  const near = own && vector ? Math.min(1, Math.max(0, nearness(own, vector))) : UNKNOWN_RELEVANCE;
  return Math.max(near, LEAST_RELEVANCE[kind]);
}
