import type { TxCtx } from "#platform/context.ts";
import { loadActive } from "./internal/memory/load-active.ts";
import { rankMemories } from "./rank-memories.ts";
import type { SteeringMemory } from "./steer.ts";

/** What `recallMemories` would recall for the next episode of a project if it were written now. Nothing is kept. */
export async function foreseeMemories(
  ctx: TxCtx,
  asked: { projectId: string; vector: readonly number[] | null; budgetTokens: number },
): Promise<SteeringMemory[]> {
  const { projectId, vector, budgetTokens } = asked;
  const now = ctx.clock.now();
  const memories = await loadActive(ctx, { projectId, queueId: null, now });
  const byId = new Map(memories.map((memory) => [memory.id, memory]));
  return rankMemories({ memories, vector, now, budgetTokens }).flatMap(({ id }) => {
    const memory = byId.get(id);
    return memory ? [{ id, text: memory.text, kind: memory.kind, directive: memory.directive }] : [];
  });
}
