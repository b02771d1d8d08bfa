import type { TxCtx } from "#platform/context.ts";
import { VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { Directive } from "./directive.ts";
import { unpackVector } from "./internal/memory/pack-vector.ts";
import { type MemoryToRank, rankMemories } from "./rank-memories.ts";
import type { SteeringMemory } from "./steer.ts";

interface Recall {
  projectId: string;
  queueId: string;
  /** Where the coming episode stands in meaning, by `sentenceVectors`; null where it was not read. */
  vector: readonly number[] | null;
  now: Date;
  budgetTokens: number;
}

/** Of what was covered, the newest are looked at: a long series covers thousands of topics. */
const MOST_COVERED_READ = 500;

const SELECT = {
  id: true,
  kind: true,
  status: true,
  text: true,
  importance: true,
  isPinned: true,
  directive: true,
  vector: true,
  vectorModel: true,
  validFrom: true,
  validUntil: true,
  approvedAt: true,
} as const;

/**
 * What of a project's memories the episode of a run is written with, the first the most telling, and keeps which and why
 * (`memory_use`). Asked again for the same run, it chooses anew and replaces what it kept: so it says the same again, less what was
 * forgotten since.
 */
export async function recallMemories(ctx: TxCtx, recall: Recall): Promise<SteeringMemory[]> {
  const { tx, organizationId } = ctx;
  const { projectId, queueId, vector, now, budgetTokens } = recall;
  const memories = await loadActive(ctx, recall);
  const ranked = rankMemories({ memories, vector, now, budgetTokens });
  await tx.memoryUse.deleteMany({ where: { organizationId, queueId } });
  await tx.memoryUse.createMany({
    data: ranked.map(({ id, rank, score }) => {
      return { organizationId, projectId, queueId, memoryId: id, rank, score, usedAt: now };
    }),
  });
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  return ranked.flatMap(({ id }) => {
    const memory = byId.get(id);
    if (!memory) return [];
    return { id, text: memory.text, kind: memory.kind, directive: memory.directive };
  });
}

async function loadActive(
  { tx, organizationId }: TxCtx,
  { projectId, queueId, now }: Recall,
): Promise<(MemoryToRank & { directive: Directive | null })[]> {
  const where = {
    organizationId,
    projectId,
    status: "ACTIVE" as const,
    OR: [{ validUntil: null }, { validUntil: { gt: now } }],
  };
  const learnt = await tx.agentMemory.findMany({
    where: { ...where, NOT: { kind: "COVERED_TOPIC", isPinned: false } },
    select: SELECT,
  });
  const covered = await tx.agentMemory.findMany({
    where: { ...where, kind: "COVERED_TOPIC", isPinned: false },
    orderBy: { id: "desc" },
    take: MOST_COVERED_READ,
    select: SELECT,
  });
  const uses = await tx.memoryUse.groupBy({
    by: ["memoryId"],
    where: { organizationId, projectId, queueId: { not: queueId } },
    _max: { usedAt: true },
  });
  const usedAt = new Map(uses.map(({ memoryId, _max }) => [memoryId, _max.usedAt]));
  return [...learnt, ...covered].map(({ directive, vector, vectorModel, approvedAt, ...memory }) => ({
    ...memory,
    directive: Directive.nullable().parse(directive),
    vector: vector && vectorModel === VECTOR_MODEL ? unpackVector(vector) : null,
    touchedAt: usedAt.get(memory.id) ?? approvedAt ?? memory.validFrom,
  }));
}
