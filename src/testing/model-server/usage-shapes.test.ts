import { generateText, type LanguageModelUsage, streamText } from "ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clientsOf } from "./clients.ts";
import type { CountedTokens } from "./protocol.ts";
import { type ModelServer, startModelServer } from "./start-model-server.ts";
import type { UsageShape } from "./usage-shape.ts";
import { USAGE_SHAPES } from "./usage-shapes.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const CASES = USAGE_SHAPES.flatMap((shape) =>
  [false, true]
    .filter((streamed) => shape.streamed === undefined || shape.streamed === streamed)
    .map((streamed) => ({
      ...shape,
      way: streamed ? "streamed" : "whole",
      ask: streamed ? askForStream : ask,
    })),
);

test.each(CASES)("$protocol, $model, $way: $name", async (shape) => {
  expect(bucketsOf(await shape.ask(shape))).toEqual(shape.sdkReads?.tokens ?? shape.billed);
});

const MISREAD = CASES.filter(({ sdkReads }) => sdkReads !== undefined);

test.each(MISREAD)("$protocol, $model, $way: the raw usage still tells what is billed", async (shape) => {
  expect((await shape.ask(shape)).raw).toMatchObject(shape.usage);
});

async function ask(shape: UsageShape) {
  say(shape);
  return (await generateText({ model: modelOf(shape), prompt: "Write.", maxRetries: 0 })).usage;
}

async function askForStream(shape: UsageShape) {
  say(shape);
  return await streamText({ model: modelOf(shape), prompt: "Write.", maxRetries: 0 }).usage;
}

function say({ usage, firstUsage }: UsageShape): void {
  server.answer({ answer: firstUsage ? { usage, firstUsage } : { usage } });
}

function modelOf({ protocol, model, isCompatible }: UsageShape) {
  const { openai, anthropic, google, compatible } = clientsOf(server);
  if (isCompatible) return compatible(model);
  if (protocol === "anthropic-messages") return anthropic(model);
  if (protocol === "google-content") return google(model);
  return protocol === "openai-chat" ? openai.chat(model) : openai(model);
}

function bucketsOf({
  inputTokenDetails,
  outputTokens,
  outputTokenDetails,
}: LanguageModelUsage): CountedTokens {
  return {
    uncachedInput: inputTokenDetails.noCacheTokens ?? 0,
    cacheRead: inputTokenDetails.cacheReadTokens ?? 0,
    cacheWrite: inputTokenDetails.cacheWriteTokens ?? 0,
    output: outputTokens ?? 0,
    reasoning: outputTokenDetails.reasoningTokens ?? 0,
  };
}
