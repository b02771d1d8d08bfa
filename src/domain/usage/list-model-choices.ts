import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { TxCtx } from "#platform/context.ts";
import { providerAccess } from "./internal/provider-access.ts";
import { AskableProvider } from "./model-choice-to-set.ts";
import { describePurpose } from "./purposes.ts";

/** A model that was chosen, and what is in the way of using it. */
export interface ChosenModel {
  provider: string;
  model: string;
  /** The provider can be reached by what is configured. */
  isSetUp: boolean;
  hasPrice: boolean;
}

/** A choice as pages show it; null stands for all projects or all purposes. */
export interface ModelChoiceRow {
  id: string;
  projectId: string | null;
  projectTitle: string | null;
  purpose: string | null;
  purposeLabel: string | null;
  chosen: ChosenModel;
  fallback: ChosenModel | null;
}

/** The choices of models, the general before the particular; those of projects that were removed are left out. */
export const listModelChoices = query(
  { needs: "model.edit", input: z.object({}) },
  async (ctx): Promise<ModelChoiceRow[]> => {
    const { tx, organizationId } = ctx;
    const choices = await tx.modelChoice.findMany({
      where: { organizationId, OR: [{ projectId: null }, { project: { deletedAt: null } }] },
      orderBy: [
        { project: { title: "asc" } },
        { projectId: { sort: "asc", nulls: "first" } },
        { purpose: { sort: "asc", nulls: "first" } },
      ],
      select: {
        id: true,
        projectId: true,
        purpose: true,
        provider: true,
        model: true,
        fallbackProvider: true,
        fallbackModel: true,
        project: { select: { title: true } },
      },
    });
    const priced = await pricedModels(ctx);
    const asChosen = (provider: string, model: string): ChosenModel => ({
      ...{ provider, model },
      isSetUp: isSetUp(ctx, provider),
      hasPrice: priced.has(`${provider} ${model}`),
    });
    const rows = choices.map(
      ({ id, projectId, project, purpose, fallbackProvider, fallbackModel, ...first }) => ({
        ...{ id, projectId, purpose },
        projectTitle: project?.title ?? null,
        purposeLabel: purpose === null ? null : describePurpose(purpose),
        chosen: asChosen(first.provider, first.model),
        fallback: fallbackProvider && fallbackModel ? asChosen(fallbackProvider, fallbackModel) : null,
      }),
    );
    // PostgreSQL sorts the projects' titles first and those of no project last.
    return [...rows.filter((row) => row.projectId === null), ...rows.filter((row) => row.projectId !== null)];
  },
);

async function pricedModels({ tx, organizationId, clock }: TxCtx): Promise<Set<string>> {
  const prices = await tx.modelPrice.findMany({
    where: { validFrom: { lte: clock.now() }, OR: [{ organizationId }, { organizationId: null }] },
    distinct: ["provider", "model"],
    select: { provider: true, model: true },
  });
  return new Set(prices.map(({ provider, model }) => `${provider} ${model}`));
}

function isSetUp(ctx: TxCtx, provider: string): boolean {
  const known = AskableProvider.safeParse(provider);
  return known.success && providerAccess(ctx, known.data) !== null;
}
