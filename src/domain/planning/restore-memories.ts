import { z } from "zod";
import { command } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { startOfGrace } from "./internal/memory/grace.ts";
import type { MemoriesMoved } from "./internal/memory/memory-refs.ts";
import { moveMemory, whyMissed } from "./internal/memory/move-memory.ts";
import { tellMoved } from "./internal/memory/tell-moved.ts";

const TOO_LATE =
  "It was forgotten more than 30 days ago, and its words are gone. Add it again if it still holds.";

/**
 * Takes memories back that were forgotten or rejected within the last 30 days, each as what it was: active, proposed or superseded. Asked
 * twice, it answers the same.
 *
 * @returns what is back, and why each of the others is not
 */
export const restoreMemories = command(
  { needs: "memory.edit", input: z.object({ memoryIds: z.array(z.uuid()).min(1).max(1000) }) },
  async (ctx, { memoryIds }): Promise<MemoriesMoved> => {
    const moved: MemoriesMoved = { done: [], missed: [] };
    const restored: string[] = [];
    for (const memoryId of [...new Set(memoryIds)].sort()) {
      const outcome = await restoreOne(ctx, memoryId);
      if (outcome === "restored") restored.push(memoryId);
      if (outcome === "restored" || outcome === "there") moved.done.push(memoryId);
      else moved.missed.push({ memoryId, why: outcome });
    }
    await tellMoved(ctx, { type: "memories_restored", action: "memory.restore", memoryIds: restored });
    return moved;
  },
);

/** Or why it can't be. */
async function restoreOne(ctx: TxCtx, memoryId: string): Promise<string> {
  const { tx, organizationId, clock } = ctx;
  const memory = await tx.agentMemory.findFirst({
    where: { organizationId, id: memoryId, project: { deletedAt: null } },
    select: {
      status: true,
      revision: true,
      text: true,
      forgottenAt: true,
      approvedAt: true,
      supersededById: true,
    },
  });
  if (!memory) return "There is no such memory. It may have been removed.";
  if (memory.status !== "FORGOTTEN") return "there";
  const { revision, text, forgottenAt, approvedAt, supersededById } = memory;
  if (text === "" || (forgottenAt && forgottenAt <= startOfGrace(clock.now()))) return TOO_LATE;
  const status = supersededById ? "SUPERSEDED" : approvedAt ? "ACTIVE" : "PROPOSED";
  const ref = { memoryId, revision };
  const move = { from: ["FORGOTTEN"] as const, data: { status, forgottenAt: null } as const };
  return (await moveMemory(ctx, ref, move)) ? "restored" : (await whyMissed(ctx, ref)).message;
}
