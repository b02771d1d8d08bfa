import { z } from "zod";
import { command } from "#domain/people/verb.ts";
import { enqueueBlanking } from "./internal/memory/enqueue-blanking.ts";
import { MemoryRefs } from "./internal/memory/memory-refs.ts";
import { moveAll } from "./internal/memory/move-all.ts";
import { tellMoved } from "./internal/memory/tell-moved.ts";

/**
 * Rejects proposed memories: they were never used and are not, and the same origin does not propose them again. As what was forgotten,
 * they can be taken back for 30 days, as proposals.
 *
 * @returns what was done, and of each of the others who was first
 */
export const rejectMemories = command(
  { needs: "memory.edit", input: z.object({ memories: MemoryRefs }) },
  async (ctx, { memories }) => {
    const moved = await moveAll(ctx, memories, () => ({
      from: ["PROPOSED"],
      data: { status: "FORGOTTEN", forgottenAt: ctx.clock.now() },
    }));
    await tellMoved(ctx, { type: "memories_rejected", action: "memory.reject", memoryIds: moved.done });
    if (moved.done.length > 0) await enqueueBlanking(ctx);
    return moved;
  },
);
