import type { TxCtx } from "#platform/context.ts";
import type { MemoriesMoved, MemoryRef } from "./memory-refs.ts";
import { type Move, moveMemory, whyMissed } from "./move-memory.ts";

/** Makes the same move with each of several memories, as far as nobody else was first. */
export async function moveAll(
  ctx: TxCtx,
  refs: readonly MemoryRef[],
  move: (ref: MemoryRef) => Move,
): Promise<MemoriesMoved> {
  const moved: MemoriesMoved = { done: [], missed: [] };
  for (const ref of refs) {
    if (await moveMemory(ctx, ref, move(ref))) moved.done.push(ref.memoryId);
    else moved.missed.push({ memoryId: ref.memoryId, why: (await whyMissed(ctx, ref)).message });
  }
  return moved;
}
