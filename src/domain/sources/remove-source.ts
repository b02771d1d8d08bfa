import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { getSource } from "./get-source.ts";

/**
 * Removes a source: nothing more is written from it. Episodes that quote it keep their text and their citations, and
 * `restoreSource` takes it back.
 *
 * @returns the episodes that it was used in
 * @throws AppError NOT_FOUND when the organization has no such source
 */
export const removeSource = command(
  { needs: "source.edit", input: z.object({ sourceId: z.string() }) },
  async (ctx, { sourceId }) => {
    const { tx, organizationId } = ctx;
    const source = await getSource(ctx, { sourceId });
    const { count } = await tx.source.updateMany({
      where: { id: source.id, organizationId, deletedAt: null },
      data: { deletedAt: ctx.clock.now() },
    });
    // Somebody else removed it in the same moment: theirs is the event and the audit row.
    if (count === 0) return { sourceId: source.id, uses: source.uses };
    await recordEvent(ctx, {
      type: "source_removed",
      projectId: source.projectId,
      data: { sourceId: source.id },
    });
    await recordAudit(ctx, {
      action: "source.remove",
      targetType: "source",
      targetId: source.id,
      before: { projectId: source.projectId, episodes: source.uses.length },
    });
    return { sourceId: source.id, uses: source.uses };
  },
);
