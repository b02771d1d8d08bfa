import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { findMemory } from "./internal/memory/find-memory.ts";
import { MemoryRef } from "./internal/memory/memory-refs.ts";
import { moveMemory, whyMissed } from "./internal/memory/move-memory.ts";

/**
 * Pins a memory: it comes first in every brief, and nothing takes its place without an editor. Or takes the pin out. Asked twice, it
 * answers the same.
 *
 * @throws AppError NOT_FOUND, CONFLICT when somebody else changed it since this revision
 */
export const pinMemory = command(
  { needs: "memory.edit", input: MemoryRef.extend({ isPinned: z.boolean() }) },
  async (ctx, { isPinned, ...ref }): Promise<{ isPinned: boolean }> => {
    const memory = await findMemory(ctx, ref.memoryId);
    if (memory.status === "ACTIVE" && memory.isPinned === isPinned) return { isPinned };
    if (!(await moveMemory(ctx, ref, { from: ["ACTIVE"], data: { isPinned } })))
      throw await whyMissed(ctx, ref);
    await recordEvent(ctx, {
      type: "memory_pinned",
      projectId: memory.projectId,
      data: { memoryId: memory.id, isPinned },
    });
    await recordAudit(ctx, {
      action: isPinned ? "memory.pin" : "memory.unpin",
      targetType: "memory",
      targetId: memory.id,
    });
    return { isPinned };
  },
);
