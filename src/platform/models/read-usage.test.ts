import { readFileSync } from "node:fs";
import { generateText, type LanguageModel, streamText } from "ai";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { clientsOf } from "#testing/model-server/clients.ts";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import type { UsageShape } from "#testing/model-server/usage-shape.ts";
import { USAGE_SHAPES } from "#testing/model-server/usage-shapes.ts";
import { MODEL_PROVIDERS, type ModelProvider } from "../model-access.ts";
import { openLanguageModel } from "./open-model.ts";
import { type ModelUsage, readUsage } from "./read-usage.ts";

const usage = (given: Partial<ModelUsage>): ModelUsage => ({
  uncachedInput: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  reasoning: 0,
  ...given,
});

async function rawUsage(model: LanguageModel, isStreamed: boolean): Promise<unknown> {
  const request = { model, prompt: "Write.", maxRetries: 0 };
  if (isStreamed) return (await streamText(request).usage).raw;
  return (await generateText(request)).usage.raw;
}

describe("the shapes that providers are known to send", () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  const ways = (shape: UsageShape) =>
    [false, true].filter((streamed) => shape.streamed === undefined || shape.streamed === streamed);
  const cases = USAGE_SHAPES.flatMap((shape) =>
    ways(shape).map((isStreamed) => ({ ...shape, isStreamed, way: isStreamed ? "streamed" : "whole" })),
  );

  test.each(cases)("$protocol, $model, $way: $name is read as it is billed", async (shape) => {
    const { usage: told, firstUsage } = shape;
    server.answer({ answer: firstUsage ? { usage: told, firstUsage } : { usage: told } });
    const raw = await rawUsage(modelOf(shape), shape.isStreamed);
    expect(readUsage(providerOf(shape), raw)).toEqual(shape.billed);
  });

  function modelOf({ protocol, model, isCompatible }: UsageShape): LanguageModel {
    const { openai, anthropic, google, compatible } = clientsOf(server);
    if (isCompatible) return compatible(model);
    if (protocol === "anthropic-messages") return anthropic(model);
    if (protocol === "google-content") return google(model);
    return protocol === "openai-chat" ? openai.chat(model) : openai(model);
  }
});

function providerOf({ protocol, isCompatible }: UsageShape): ModelProvider {
  if (isCompatible) return "compatible";
  if (protocol === "anthropic-messages") return "anthropic";
  return protocol === "google-content" ? "google" : "openai";
}

describe("a whole document of a provider", () => {
  const DOCUMENTS: [file: string, provider: ModelProvider, model: string, read: ModelUsage][] = [
    [
      "openai-responses.json",
      "openai",
      "gpt-5",
      usage({ uncachedInput: 371, cacheRead: 2816, output: 846, reasoning: 832 }),
    ],
    ["openai-responses.sse", "openai", "gpt-5", usage({ uncachedInput: 412, output: 14 })],
    ["openai-chat.sse", "compatible", "gpt-4.1", usage({ uncachedInput: 195, cacheRead: 1536, output: 12 })],
    ["ollama.sse", "compatible", "llama3.2:3b", usage({ uncachedInput: 58, output: 9 })],
    [
      "xai.sse",
      "compatible",
      "grok-3-mini",
      usage({ uncachedInput: 19, cacheRead: 64, output: 308, reasoning: 298 }),
    ],
    [
      "anthropic.json",
      "anthropic",
      "claude-opus-4-5",
      usage({ uncachedInput: 21, cacheRead: 5120, cacheWrite: 2048, output: 17 }),
    ],
    [
      "anthropic.sse",
      "anthropic",
      "claude-opus-4-5",
      usage({ uncachedInput: 33, cacheRead: 4096, cacheWrite: 1200, output: 18 }),
    ],
    [
      "google.json",
      "google",
      "gemini-2.5-flash",
      usage({ uncachedInput: 168, cacheRead: 2042, output: 422, reasoning: 413 }),
    ],
    ["google.sse", "google", "gemini-2.5-flash", usage({ uncachedInput: 61, output: 132, reasoning: 123 })],
  ];

  test.each(DOCUMENTS)("%s is read as it is billed", async (file, provider, model, read) => {
    const text = readFileSync(new URL(`fixtures/${file}`, import.meta.url), "utf8");
    const isStreamed = file.endsWith(".sse");
    const type = isStreamed ? "text/event-stream" : "application/json";
    const access = { name: provider, apiKey: "key", baseUrl: "http://provider.test/v1" };
    const fetch = async () => new Response(text, { headers: { "content-type": type } });
    const raw = await rawUsage(openLanguageModel(provider, { access, model, fetch }), isStreamed);
    expect(readUsage(provider, raw)).toEqual(read);
  });
});

describe("what can't be true is not known", () => {
  const GOOD: Record<ModelProvider, Record<string, number>> = {
    openai: { input_tokens: 50, output_tokens: 20 },
    compatible: { prompt_tokens: 50, completion_tokens: 20 },
    anthropic: { input_tokens: 50, output_tokens: 20 },
    google: { promptTokenCount: 50, candidatesTokenCount: 20 },
  };
  const LIES = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 200_000_000, "50", true, {}];
  const cases = MODEL_PROVIDERS.flatMap((provider) =>
    Object.keys(GOOD[provider]).flatMap((field) => LIES.map((lie) => [provider, field, lie] as const)),
  );

  it.each(MODEL_PROVIDERS)("where %s tells nothing", (provider) => {
    for (const raw of [undefined, null, {}, [], "none", 7]) expect(readUsage(provider, raw)).toBeNull();
    expect(readUsage(provider, GOOD[provider])).toEqual(usage({ uncachedInput: 50, output: 20 }));
  });

  it.each(cases)("%s: %s of %s", (provider, field, lie) => {
    expect(readUsage(provider, { ...GOOD[provider], [field]: lie })).toBeNull();
  });

  it("as no input at all, or parts that are larger than their whole", () => {
    expect(readUsage("openai", { input_tokens: 0, output_tokens: 20 })).toBeNull();
    const details = { prompt_tokens_details: { cached_tokens: 51 } };
    expect(readUsage("compatible", { ...GOOD.compatible, ...details })).toBeNull();
    expect(readUsage("google", { ...GOOD.google, cachedContentTokenCount: 51 })).toBeNull();
    const thinking = { output_tokens_details: { thinking_tokens: 21 } };
    expect(readUsage("anthropic", { ...GOOD.anthropic, ...thinking })).toBeNull();
    expect(readUsage("anthropic", { ...GOOD.anthropic, cache_read_input_tokens: -3 })).toBeNull();
  });
});
