import type { TxCtx } from "#platform/context.ts";
import { meaningColumns } from "./internal/memory/meaning-columns.ts";
import { originKey } from "./internal/memory/origin-key.ts";
import { cleanMemory } from "./memory-text.ts";

interface Covered {
  projectId: string;
  episodeId: string;
  topics: readonly CoveredTopic[];
}

export interface CoveredTopic {
  /** In a few words, as code found them. */
  text: string;
  terms: readonly string[];
  /** A unit vector of `sentenceVectors`. */
  vector: readonly number[] | null;
}

/** A passing remark: what was covered must not weigh more than what somebody asked for. */
const IMPORTANCE = 2;
/** The words may be those of a source: they name a topic, and have no room for more. */
const LONGEST_TOPIC = 120;
const MOST_TOPICS = 20;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S*|[<>[\]`]/gi;

/**
 * Records what an episode covers: code does, never the writer. When the episode is written again, what it no longer covers goes: it is
 * removed, or forgotten where an earlier episode used it. What an editor has pinned stays, what one has forgotten stays forgotten.
 */
export async function recordCovered(ctx: TxCtx, { projectId, episodeId, topics }: Covered): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  const now = clock.now();
  const rows = topics.slice(0, MOST_TOPICS).flatMap(({ text: given, terms, vector }) => {
    const text = cleanMemory(given.replace(ADDRESS, " ").replace(/\s+/g, " ")).slice(0, LONGEST_TOPIC).trim();
    if (text === "") return [];
    return {
      organizationId,
      projectId,
      originKey: originKey("EPISODE", episodeId, text),
      origin: "EPISODE" as const,
      originEpisodeId: episodeId,
      kind: "COVERED_TOPIC" as const,
      status: "ACTIVE" as const,
      importance: IMPORTANCE,
      text: text.toWellFormed(),
      ...meaningColumns({ directive: null, terms, vector }),
      validFrom: now,
      createdAt: now,
      approvedAt: now,
    };
  });
  const old = {
    organizationId,
    projectId,
    originEpisodeId: episodeId,
    kind: "COVERED_TOPIC" as const,
    status: "ACTIVE" as const,
    isPinned: false,
    originKey: { notIn: rows.map((row) => row.originKey) },
  };
  await tx.agentMemory.deleteMany({ where: { ...old, uses: { none: {} }, origins: { none: {} } } });
  await tx.agentMemory.updateMany({
    where: old,
    // Covered again some day, it is a new memory.
    data: { status: "FORGOTTEN", forgottenAt: now, originKey: null, revision: { increment: 1 } },
  });
  await tx.agentMemory.createMany({ data: rows, skipDuplicates: true });
}
