import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { getWritingModels } from "#domain/usage/get-writing-models.ts";
import { AppError } from "#platform/errors.ts";
import { getProject } from "./get-project.ts";
import { WriterName } from "./writer-name.ts";

/**
 * Chooses who writes the episodes of a project from the next one on; an episode that is under way is begun afresh by its next attempt.
 * `version` is that of the settings that the person saw.
 *
 * @throws AppError INVALID when a language model is to write and none is chosen or can be reached, CONFLICT when somebody else has changed
 * the settings since, NOT_FOUND for a project that is not there
 */
export const chooseWriter = command(
  {
    needs: "project.edit",
    input: z.object({
      projectId: z.string(),
      version: z.coerce.number().int(),
      writer: z.enum(WriterName.options, "Choose who writes."),
    }),
  },
  async (ctx, { projectId, version, writer }) => {
    const project = await getProject(ctx, { projectId });
    if (writer === "model") {
      const models = await getWritingModels(ctx, { projectId: project.id });
      const missing = models.find(({ name, isSetUp }) => name === null || !isSetUp);
      if (missing) throw noModel(missing);
    }
    const { count } = await ctx.tx.project.updateMany({
      where: { id: project.id, organizationId: ctx.organizationId, version, deletedAt: null },
      data: { writer, version: { increment: 1 } },
    });
    if (count === 0) {
      throw new AppError(
        "CONFLICT",
        "Somebody else changed these settings while you were editing. Look at them again, then choose.",
      );
    }
    if (project.writer === writer) return { version: version + 1 };
    // How early writing begins is learnt from what this one takes.
    const payload = JSON.stringify({ organizationId: ctx.organizationId, projectId: project.id });
    await ctx.tx.$executeRaw`select enqueue_job('learn_lead_time', ${payload}::json)`;
    await recordAudit(ctx, {
      action: "project.change",
      targetType: "project",
      targetId: project.id,
      before: { writer: project.writer },
      after: { writer },
    });
    await recordEvent(ctx, {
      type: "project_changed",
      data: { fields: ["writer"] },
      projectId: project.id,
    });
    return { version: version + 1 };
  },
);

function noModel({ purpose, name }: { purpose: string; name: string | null }): AppError {
  const message =
    name === null
      ? `No model is chosen for “${purpose}”. An administrator chooses one under Settings, Models.`
      : `${name} can’t be reached from here: it has no key. An administrator chooses another model under Settings, Models.`;
  return new AppError("INVALID", message, { fields: { writer: message } });
}
