import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { isUniqueViolation } from "#platform/database-errors.ts";
import { AppError } from "#platform/errors.ts";
import { enqueueExtraction } from "./internal/enqueue-extraction.ts";

/**
 * Takes a removed source back, as it was.
 *
 * @throws AppError NOT_FOUND when nothing of that id was removed, CONFLICT when its text was added anew meanwhile
 */
export const restoreSource = command(
  { needs: "source.edit", input: z.object({ sourceId: z.uuid() }) },
  async (ctx, { sourceId }) => {
    const { tx, organizationId } = ctx;
    const restored = await tx.source
      .updateManyAndReturn({
        where: { id: sourceId, organizationId, deletedAt: { not: null }, project: { deletedAt: null } },
        data: { deletedAt: null },
        select: { projectId: true },
      })
      .catch((error: unknown) => {
        if (isUniqueViolation(error))
          throw new AppError(
            "CONFLICT",
            "The project has this text again already, so there is nothing to take back.",
          );
        throw error;
      });
    const source = restored[0];
    if (source === undefined)
      throw new AppError("NOT_FOUND", "There is no removed source of that name. It may be back already.");
    await enqueueExtraction(ctx, sourceId);
    await recordAudit(ctx, {
      action: "source.restore",
      targetType: "source",
      targetId: sourceId,
      after: { ...source },
    });
    return { sourceId };
  },
);
