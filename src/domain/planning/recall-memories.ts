import type { TxCtx } from "#platform/context.ts";
import { loadActive } from "./internal/memory/load-active.ts";
import { rankMemories } from "./rank-memories.ts";
import type { SteeringMemory } from "./steer.ts";

interface Recall {
  projectId: string;
  queueId: string;
  /** Where the coming episode stands in meaning, by `sentenceVectors`; null where it was not read. */
  vector: readonly number[] | null;
  now: Date;
  budgetTokens: number;
}

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
