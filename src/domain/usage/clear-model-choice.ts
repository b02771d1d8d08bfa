import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";

/** Takes a choice back: what it was for is served by the next more general one, if there is any. */
export const clearModelChoice = command(
  { needs: "model.edit", input: z.object({ choiceId: z.uuid() }) },
  async (ctx, { choiceId }) => {
    const { tx, organizationId } = ctx;
    const where = { organizationId, id: choiceId };
    const choice = await tx.modelChoice.findFirst({
      where,
      select: { projectId: true, purpose: true, provider: true, model: true },
    });
    const { count } = await tx.modelChoice.deleteMany({ where });
    if (!choice || count === 0) {
      throw new AppError("NOT_FOUND", "There is no such choice. It may have been taken back already.");
    }
    await recordAudit(ctx, {
      action: "model.clear",
      targetType: "model_choice",
      targetId: choiceId,
      before: choice,
    });
    const { projectId } = choice;
    await recordEvent(ctx, {
      type: "model_choice_cleared",
      data: {},
      ...(projectId === null ? {} : { projectId }),
    });
  },
);
