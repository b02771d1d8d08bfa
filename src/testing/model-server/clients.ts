import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { ModelServer } from "./start-model-server.ts";

/** The real clients, pointed at a model server; the key may ask for a fault. */
export function clientsOf(server: ModelServer, apiKey = "key") {
  return {
    openai: createOpenAI({ baseURL: server.openaiUrl, apiKey }),
    anthropic: createAnthropic({ baseURL: server.anthropicUrl, apiKey }),
    google: createGoogle({ baseURL: server.googleUrl, apiKey }),
    compatible: createOpenAICompatible({
      name: "local",
      baseURL: server.openaiUrl,
      apiKey,
      includeUsage: true,
      supportsStructuredOutputs: true,
    }),
  };
}

/** One model of each protocol, and both ways in which Anthropic is asked for JSON. */
export function languageModelsOf(server: ModelServer, apiKey?: string) {
  const { openai, anthropic, google, compatible } = clientsOf(server, apiKey);
  return {
    "OpenAI responses": openai("gpt-5"),
    "OpenAI chat": openai.chat("gpt-4.1"),
    "a compatible server": compatible("qwen3"),
    Anthropic: anthropic("claude-opus-4-5"),
    "older Anthropic": anthropic("claude-3-haiku-20240307"),
    Google: google("gemini-2.5-flash"),
  };
}
