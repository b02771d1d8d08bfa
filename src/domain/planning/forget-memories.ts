import { z } from "zod";
import { command } from "#domain/people/verb.ts";
import { enqueueBlanking } from "./internal/memory/enqueue-blanking.ts";
import { MemoryRefs } from "./internal/memory/memory-refs.ts";
import { moveAll } from "./internal/memory/move-all.ts";
import { tellMoved } from "./internal/memory/tell-moved.ts";

/**
 * Has memories forgotten: no brief that is frozen from now on holds them, and no search finds them. For 30 days `restoreMemories` takes
 * them back; then their words are gone for good.
 *
 * @returns what was done, and of each of the others who was first
 */
export const forgetMemories = command(
  { needs: "memory.edit", input: z.object({ memories: MemoryRefs }) },
  async (ctx, { memories }) => {
    const moved = await moveAll(ctx, memories, () => ({
      from: ["PROPOSED", "ACTIVE", "SUPERSEDED"],
      data: { status: "FORGOTTEN", forgottenAt: ctx.clock.now() },
    }));
    await tellMoved(ctx, { type: "memories_forgotten", action: "memory.forget", memoryIds: moved.done });
    if (moved.done.length > 0) await enqueueBlanking(ctx);
    return moved;
  },
);
