import type { TxCtx } from "#platform/context.ts";
import { ModelCallError } from "../../model-call-error.ts";
import { describePurpose } from "../../purposes.ts";
import type { ModelStep } from "./model-step.ts";

interface Chosen {
  provider: string;
  model: string;
}

/**
 * The model that serves a purpose, and its fallback where one is chosen: what the project chose for the purpose goes before what it chose for all,
 * and that before the organization's choices in the same order.
 *
 * @throws ModelCallError NO_MODEL
 */
export async function chooseModel(
  { tx, organizationId }: TxCtx,
  { projectId, purpose }: Pick<ModelStep, "projectId" | "purpose">,
): Promise<Chosen[]> {
  const choice = await tx.modelChoice.findFirst({
    where: {
      organizationId,
      AND: [
        { OR: [{ projectId: null }, ...(projectId === undefined ? [] : [{ projectId }])] },
        { OR: [{ purpose: null }, { purpose }] },
      ],
    },
    orderBy: [{ projectId: { sort: "asc", nulls: "last" } }, { purpose: { sort: "asc", nulls: "last" } }],
    select: { provider: true, model: true, fallbackProvider: true, fallbackModel: true },
  });
  if (choice === null) {
    throw new ModelCallError(
      "NO_MODEL",
      `No model is chosen for “${describePurpose(purpose)}”. An administrator can choose one under Settings, Models.`,
    );
  }
  const { provider, model, fallbackProvider, fallbackModel } = choice;
  if (fallbackProvider === null || fallbackModel === null) return [{ provider, model }];
  return [
    { provider, model },
    { provider: fallbackProvider, model: fallbackModel },
  ];
}
