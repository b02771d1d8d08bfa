import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { getProject } from "./get-project.ts";

/**
 * Removes a project: nothing is written or published for it any more. Its rows stay, so that the ledger and the audit log
 * stay true. Runs that wait for a worker or for their slot are cancelled here; one that is being written is asked to stop, and its worker ends it.
 *
 * @throws AppError INVALID unless `title` is the project's name, typed by the person who removes it
 */
export const removeProject = command(
  { needs: "project.remove", input: z.object({ projectId: z.string(), title: z.string().trim() }) },
  async (ctx, { projectId, title }) => {
    const { tx, organizationId, clock } = ctx;
    const project = await getProject(ctx, { projectId });
    if (title !== project.title) {
      throw new AppError("INVALID", "That is not the name of the project.", {
        fields: { title: `Type the name exactly as it stands here: ${project.title}` },
      });
    }
    const now = clock.now();
    const ofProject = { organizationId, projectId: project.id };
    await tx.project.update({
      where: { organizationId_id: { organizationId, id: project.id } },
      data: { deletedAt: now },
    });
    await tx.projectSchedule.updateMany({ where: ofProject, data: { isActive: false } });
    await tx.episodeScheduleQueue.updateMany({
      where: { ...ofProject, status: { in: ["PENDING", "RETRYING", "HELD", "READY"] } },
      data: {
        status: "CANCELLED",
        finishedAt: now,
        heldAt: null,
        holdKind: null,
        heldForNanos: null,
        reason: "The project was removed.",
      },
    });
    await tx.episodeScheduleQueue.updateMany({
      where: { ...ofProject, status: "GENERATING", cancelRequestedAt: null },
      data: { cancelRequestedAt: now, reason: "The project was removed." },
    });
    await tx.episode.updateMany({
      where: { ...ofProject, status: "READY" },
      data: { status: "ABANDONED", abandonedAt: now, number: null },
    });
    await recordAudit(ctx, {
      action: "project.remove",
      targetType: "project",
      targetId: project.id,
      before: { title: project.title },
    });
    await recordEvent(ctx, { type: "project_removed", data: {}, projectId: project.id });
    return { projectId: project.id };
  },
);
