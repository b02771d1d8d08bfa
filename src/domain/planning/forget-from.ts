import { z } from "zod";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { enqueueBlanking } from "./internal/memory/enqueue-blanking.ts";
import { foundFrom, LearntFrom } from "./internal/memory/found-from.ts";
import { tellMoved } from "./internal/memory/tell-moved.ts";

const ToForget = LearntFrom.extend({
  /** How many `previewForgetFrom` has shown. */
  expected: z.coerce.number().int().min(0),
});

/**
 * Has everything forgotten that came from one note, episode, message or person, pinned or not, as `previewForgetFrom` showed it. As with
 * anything forgotten, `restoreMemories` takes it back for 30 days.
 *
 * @returns the ids of what was forgotten
 * @throws AppError NOT_FOUND, CONFLICT when there is more or less of it than was shown
 */
export const forgetFrom = command(
  { needs: "memory.edit", input: ToForget },
  async (ctx, { expected, ...learntFrom }): Promise<{ memoryIds: string[] }> => {
    const { tx, organizationId, actor, clock } = ctx;
    const now = clock.now();
    const found = await foundFrom(ctx, learntFrom);
    const forgotten = await tx.agentMemory.updateManyAndReturn({
      where: { organizationId, id: { in: found }, status: { not: "FORGOTTEN" } },
      data: {
        status: "FORGOTTEN",
        forgottenAt: now,
        revision: { increment: 1 },
        changedById: actor.kind === "user" ? actor.userId : null,
        changedAt: now,
      },
      select: { id: true },
    });
    if (forgotten.length !== expected) {
      throw new AppError(
        "CONFLICT",
        "There is more or less of it than you were shown: somebody changed something meanwhile. Look again, then decide.",
      );
    }
    const memoryIds = forgotten.map(({ id }) => id).sort();
    const { from, fromId } = learntFrom;
    const after = { from, fromId, count: memoryIds.length };
    await tellMoved(ctx, { type: "memories_forgotten", action: "memory.forget", memoryIds, after });
    if (memoryIds.length > 0) await enqueueBlanking(ctx);
    return { memoryIds };
  },
);
