import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { MODEL_PROVIDERS, type ModelProvider } from "#platform/model-access.ts";
import { describeProvider } from "./describe-provider.ts";
import { providerAccess } from "./internal/provider-access.ts";

/** What has to be set before a provider can be asked. */
const VARIABLES: Record<ModelProvider, string> = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  google: "GOOGLE_API_KEY",
  compatible: "COMPATIBLE_BASE_URL",
};

/** Every provider that Episodic speaks to, and whether it can be reached from here. Names only, never a key or an address. */
export const listModelProviders = query({ needs: "model.edit", input: z.object({}) }, async (ctx) =>
  MODEL_PROVIDERS.map((id) => {
    const access = providerAccess(ctx, id);
    return {
      id,
      name: access?.name ?? describeProvider(id),
      isSetUp: access !== null,
      variable: VARIABLES[id],
    };
  }),
);
