import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { EmbeddingModel, LanguageModel } from "ai";
import type { ModelProvider, ProviderAccess } from "../model-access.ts";

// What a provider does not support it says in the answer; on the console it would be noise.
globalThis.AI_SDK_LOG_WARNINGS = false;

interface Opening {
  access: ProviderAccess;
  model: string;
  /** Sends what is sent. */
  fetch: typeof globalThis.fetch;
}

/** A model that writes. */
export function openLanguageModel(provider: ModelProvider, opening: Opening): LanguageModel {
  return PROVIDERS[provider](opening).language(opening.model);
}

/** A model that makes vectors of texts; null where the provider has none. */
export function openEmbeddingModel(provider: ModelProvider, opening: Opening): EmbeddingModel | null {
  return PROVIDERS[provider](opening).embedding?.(opening.model) ?? null;
}

interface Opened {
  language(model: string): LanguageModel;
  embedding?(model: string): EmbeddingModel;
}

const PROVIDERS: Record<ModelProvider, (opening: Opening) => Opened> = {
  openai: (opening) => {
    const openai = createOpenAI(settings(opening));
    return { language: (model) => openai(model), embedding: (model) => openai.embedding(model) };
  },
  anthropic: (opening) => {
    const anthropic = createAnthropic(settings(opening));
    return { language: (model) => anthropic(model) };
  },
  google: (opening) => {
    const google = createGoogle(settings(opening));
    return { language: (model) => google(model), embedding: (model) => google.embedding(model) };
  },
  compatible: (opening) => {
    const compatible = createOpenAICompatible({
      ...settings(opening),
      name: "compatible",
      baseURL: opening.access.baseUrl ?? "",
      includeUsage: true,
      supportsStructuredOutputs: true,
    });
    return {
      language: (model) => compatible(model),
      embedding: (model) => compatible.embeddingModel(model),
    };
  },
};

function settings({ access, fetch }: Opening) {
  return {
    ...(access.apiKey === undefined ? {} : { apiKey: access.apiKey }),
    ...(access.baseUrl === undefined ? {} : { baseURL: access.baseUrl }),
    fetch,
  };
}
