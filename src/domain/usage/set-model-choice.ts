import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { describeProvider } from "./describe-provider.ts";
import { setModelChoiceSql } from "./internal/choices/set-model-choice.sql.ts";
import { providerAccess } from "./internal/provider-access.ts";
import { ModelChoiceToSet } from "./model-choice-to-set.ts";

/**
 * Chooses the model that serves the organization, a project, a purpose, or a purpose of a project, and the one that is taken while it
 * can't be reached; the most particular choice counts, from the next call on.
 *
 * @throws AppError INVALID with `fields` for a provider that is not set up here, NOT_FOUND for a project that is not there
 */
export const setModelChoice = command(
  { needs: "model.edit", input: ModelChoiceToSet },
  async (ctx, { projectId, purpose, provider, model, fallback }) => {
    const { tx, organizationId, clock } = ctx;
    for (const [field, name] of [
      ["provider", provider],
      ["fallbackProvider", fallback?.provider],
    ] as const) {
      if (name === undefined || providerAccess(ctx, name) !== null) continue;
      const message = `${describeProvider(name)} is not set up here. Whoever runs this installation gives it access.`;
      throw new AppError("INVALID", message, { fields: { [field]: message } });
    }
    if (projectId !== null) {
      const where = { organizationId, id: projectId, deletedAt: null };
      const project = await tx.project.findFirst({ where, select: { id: true } });
      if (!project) throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
    }
    const after = {
      ...{ provider, model },
      fallbackProvider: fallback?.provider ?? null,
      fallbackModel: fallback?.model ?? null,
    };
    const before = await tx.modelChoice.findFirst({
      where: { organizationId, projectId, purpose },
      select: { provider: true, model: true, fallbackProvider: true, fallbackModel: true },
    });
    const [row] = await runSql(tx, setModelChoiceSql, [
      ...[organizationId, projectId, purpose, provider, model],
      ...[after.fallbackProvider, after.fallbackModel, clock.now()],
    ]);
    if (!row) throw new AppError("INTERNAL", "A choice that was made is not there.");
    const { id } = row;
    if (JSON.stringify(before) === JSON.stringify(after)) return { choiceId: id };

    await recordAudit(ctx, {
      action: "model.choose",
      targetType: "model_choice",
      targetId: id,
      ...(before === null ? {} : { before: { projectId, purpose, ...before } }),
      after: { projectId, purpose, ...after },
    });
    await recordEvent(ctx, {
      type: "model_chosen",
      data: { provider, model },
      ...(projectId === null ? {} : { projectId }),
    });
    return { choiceId: id };
  },
);
