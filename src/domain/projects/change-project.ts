import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { getProject } from "./get-project.ts";
import { ProjectSettings } from "./project-settings.ts";

/**
 * Changes the settings of a project. `version` is that of the settings that the person saw.
 *
 * @throws AppError CONFLICT when somebody else has changed them since, NOT_FOUND for a project that is not there
 */
export const changeProject = command(
  {
    needs: "project.edit",
    input: ProjectSettings.extend({ projectId: z.string(), version: z.coerce.number().int() }),
  },
  async (ctx, { projectId, version, ...settings }) => {
    const project = await getProject(ctx, { projectId });
    const { count } = await ctx.tx.project.updateMany({
      where: { id: project.id, organizationId: ctx.organizationId, version, deletedAt: null },
      data: { ...settings, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Somebody else changed these settings while you were editing. Yours are still in the form: compare, then save again.",
      );
    }
    const fields = (["title", "goal", "audience", "minutes"] as const).filter(
      (field) => project[field] !== settings[field],
    );
    await recordAudit(ctx, {
      action: "project.change",
      targetType: "project",
      targetId: project.id,
      before: Object.fromEntries(fields.map((field) => [field, project[field]])),
      after: Object.fromEntries(fields.map((field) => [field, settings[field]])),
    });
    await recordEvent(ctx, { type: "project_changed", data: { fields }, projectId: project.id });
    return { projectId: project.id, version: version + 1 };
  },
);
