import type { TxCtx } from "#platform/context.ts";
import { VECTOR_MODEL } from "#platform/language/sentence-vectors.ts";
import { Directive } from "../../directive.ts";
import type { MemoryToRank } from "../../rank-memories.ts";
import { unpackVector } from "./pack-vector.ts";

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

/** Every memory of a project that holds now, with when it was last used for another run than this. */
export async function loadActive(
  { tx, organizationId }: TxCtx,
  { projectId, queueId, now }: { projectId: string; queueId: string | null; now: Date },
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
    where: { organizationId, projectId, ...(queueId === null ? {} : { queueId: { not: queueId } }) },
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
