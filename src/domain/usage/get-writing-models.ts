import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { MODEL_PROVIDERS } from "#platform/model-access.ts";
import { describeProvider } from "./describe-provider.ts";
import { chooseModel } from "./internal/call/choose-model.ts";
import { findPrices } from "./internal/find-prices.ts";
import { providerAccess } from "./internal/provider-access.ts";
import { isModelCallError } from "./model-call-error.ts";
import { describePurpose, type Purpose } from "./purposes.ts";

/** What a language model is asked for when it writes an episode. */
const WRITING = ["episode.outline", "episode.write", "episode.check"] as const satisfies readonly Purpose[];

/** The model that serves one purpose of a project, or that none is chosen. */
export interface WritingModel {
  purpose: string;
  /** "gpt-5 of OpenAI"; null where no model is chosen. */
  name: string | null;
  /** The provider can be reached by what is configured. */
  isSetUp: boolean;
  hasPrice: boolean;
}

/** Which models would write the episodes of a project, in the order in which they are asked, and what is in the way of each. */
export const getWritingModels = query(
  { needs: "project.read", input: z.object({ projectId: z.uuid() }) },
  async (ctx, { projectId }): Promise<WritingModel[]> => {
    const chosen = [];
    for (const purpose of WRITING) {
      const [first] = await chooseModel(ctx, { projectId, purpose }).catch((error: unknown) => {
        if (isModelCallError(error, "NO_MODEL")) return [];
        throw error;
      });
      chosen.push({ purpose: describePurpose(purpose), first });
    }
    const priceOf = await findPrices(
      ctx,
      chosen.flatMap(({ first }) => first ?? []),
    );
    const occurredAt = ctx.clock.now();
    return chosen.map(({ purpose, first }) => ({
      purpose,
      name: first === undefined ? null : `${first.model} of ${describeProvider(first.provider)}`,
      isSetUp: first !== undefined && isSetUp(first.provider),
      hasPrice: first !== undefined && priceOf({ ...first, occurredAt }) !== null,
    }));

    function isSetUp(provider: string): boolean {
      const known = MODEL_PROVIDERS.find((each) => each === provider);
      return known !== undefined && providerAccess(ctx, known) !== null;
    }
  },
);
