import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import { previewCadence } from "./preview-cadence.ts";

/**
 * The cadence of a project with its preview, and what its schedule knows: the next slot that has no row yet, and when the ticker
 * last looked, a run last began and a run last succeeded, which are three different facts. `preview` is null when this version
 * can't read the rule.
 *
 * @throws AppError NOT_FOUND as `getProject`
 */
export const getSchedule = query(
  { needs: "schedule.read", input: z.object({ projectId: z.string() }) },
  async (ctx, { projectId }) => {
    const project = await getProject(ctx, { projectId });
    const schedule = await ctx.tx.projectSchedule.findUniqueOrThrow({
      where: { organizationId_projectId: { organizationId: ctx.organizationId, projectId: project.id } },
      select: {
        nextOccurrenceKey: true,
        nextSlotAt: true,
        leadSeconds: true,
        leadLearntFrom: true,
        lastCheckedAt: true,
        lastAttemptedAt: true,
        lastSucceededAt: true,
      },
    });
    const outcome = previewCadence(project.cadenceConfig, ctx.clock.now());
    return {
      ...schedule,
      cadence: project.cadenceConfig,
      cadenceVersion: project.cadenceVersion,
      missedSlotPolicy: project.missedSlotPolicy,
      preview: "preview" in outcome ? outcome.preview : null,
    };
  },
);
