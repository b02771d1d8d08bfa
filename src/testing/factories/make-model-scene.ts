import { randomBytes } from "node:crypto";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { ModelAccess, ModelProvider } from "#platform/model-access.ts";
import type { TestDatabase } from "../database.ts";
import type { ModelServer } from "../model-server/start-model-server.ts";
import { makeLedger } from "./make-call.ts";
import { makePrice } from "./make-price.ts";

/** A model of each provider that writes, as the model server knows them all. */
export const MODEL_OF: Record<ModelProvider, string> = {
  openai: "gpt-5",
  anthropic: "claude-opus-4-5",
  google: "gemini-2.5-flash",
  compatible: "qwen3",
};

/** All four providers, at a model server; the key may ask for a fault. */
export function accessTo(
  server: Pick<ModelServer, "openaiUrl" | "anthropicUrl" | "googleUrl">,
  apiKey = "key",
): ModelAccess {
  return {
    openai: { name: "OpenAI", apiKey, baseUrl: server.openaiUrl },
    anthropic: { name: "Anthropic", apiKey, baseUrl: server.anthropicUrl },
    google: { name: "Google", apiKey, baseUrl: server.googleUrl },
    compatible: { name: "Local", apiKey, baseUrl: server.openaiUrl },
  };
}

/** Chooses the model for everything that an organization, or one of its projects, writes. */
export async function makeModelChoice(
  ctx: Ctx,
  choice: {
    provider: ModelProvider;
    model?: string;
    projectId?: string;
    purpose?: string;
    fallbackProvider?: ModelProvider;
    fallbackModel?: string;
  },
): Promise<void> {
  const model = MODEL_OF[choice.provider];
  const { organizationId } = ctx;
  await inOrganization(ctx, ({ tx }) =>
    tx.modelChoice.create({ data: { organizationId, model, ...choice } }),
  );
}

/**
 * An organization with a project that reaches a model server, where a provider's model is chosen and every model has a price. `fault`
 * names what goes wrong with every call.
 */
export async function makeModelScene(
  database: TestDatabase,
  server: ModelServer,
  { provider = "openai" as ModelProvider, fault = "" } = {},
) {
  // A key of its own: what one scene learns of a provider is nothing to another.
  const key = randomBytes(4).toString("hex");
  const apiKey = fault === "" ? key : `${key}:${fault}`;
  const made = await makeLedger(database);
  const ctx: Ctx = { ...made.ctx, modelAccess: accessTo(server, apiKey) };
  await makeModelChoice(ctx, { provider });
  for (const [name, model] of Object.entries(MODEL_OF)) await makePrice(ctx, { provider: name, model });
  return { ...made, ctx };
}
