import { embed, embedMany, generateText, Output, streamText } from "ai";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { countTokens } from "#platform/count-tokens.ts";
import { clientsOf, languageModelsOf } from "./clients.ts";
import { addCharged } from "./model-call.ts";
import { type ModelServer, startModelServer } from "./start-model-server.ts";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const NAMES = [
  "OpenAI responses",
  "OpenAI chat",
  "a compatible server",
  "Anthropic",
  "older Anthropic",
  "Google",
] as const;
const Outline = z.object({
  title: z.string(),
  blocks: z.array(
    z.discriminatedUnion("type", [
      z.object({ type: z.literal("MARKDOWN"), text: z.string() }),
      z.object({ type: z.literal("QUOTE"), passageId: z.string(), note: z.string().nullable() }),
    ]),
  ),
});

describe.each(NAMES)("%s", (name) => {
  test("answers in text, the same whole and streamed, and what the client reads is what was billed", async () => {
    const model = languageModelsOf(server)[name];
    const whole = await generateText({
      model,
      instructions: "You write episodes.",
      prompt: "Write about rivers.",
    });
    const stream = streamText({ model, instructions: "You write episodes.", prompt: "Write about rivers." });
    const pieces: string[] = [];
    for await (const piece of stream.textStream) pieces.push(piece);
    expect(whole.text).toMatch(/^[A-Z].+\.$/);
    expect([whole.finishReason, await stream.finishReason]).toEqual(["stop", "stop"]);
    expect(pieces.join("")).toBe(whole.text);
    expect(pieces.length).toBeGreaterThan(2);
    expect(server.calls).toMatchObject([
      { streamed: false, status: 200, outcome: "answered" },
      { streamed: true, status: 200, outcome: "answered" },
    ]);
    const { uncachedInput, output } = addCharged(server.calls);
    expect(uncachedInput).toBeGreaterThan(2 * countTokens("You write episodes. Write about rivers."));
    expect(output).toBe(2 * countTokens(whole.text));
    const usages = [whole.usage, await stream.usage];
    expect(usages.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0)).toBe(uncachedInput);
    expect(usages.reduce((sum, { outputTokens }) => sum + (outputTokens ?? 0), 0)).toBe(output);
  });

  test("answers in JSON that satisfies the schema, whole and streamed", async () => {
    const model = languageModelsOf(server)[name];
    const output = Output.object({ schema: Outline });
    const whole = await generateText({ model, prompt: "Outline rivers.", output });
    expect(Outline.parse(whole.output)).toEqual(whole.output);
    const stream = streamText({ model, prompt: "Outline rivers.", output });
    const parts: unknown[] = [];
    for await (const part of stream.partialOutputStream) parts.push(part);
    expect(await stream.output).toEqual(whole.output);
    expect(parts.at(-1)).toEqual(whole.output);
    expect([whole.finishReason, await stream.finishReason]).toEqual(["stop", "stop"]);
  });

  test("says what it is told to, and uses what it is told to", async () => {
    const told = { title: "Rivers", blocks: [{ type: "QUOTE", passageId: "p7", note: null }] };
    server.answer({
      answer: { object: told, tokens: { uncachedInput: 100, cacheRead: 40, output: 70, reasoning: 20 } },
    });
    const { output, usage } = await generateText({
      model: languageModelsOf(server)[name],
      prompt: "Outline rivers.",
      output: Output.object({ schema: Outline }),
    });
    expect(output).toEqual(told);
    expect(usage).toMatchObject({
      inputTokens: 140,
      inputTokenDetails: { noCacheTokens: 100, cacheReadTokens: 40 },
      outputTokens: 70,
      outputTokenDetails: { reasoningTokens: 20 },
    });
  });

  test("writes no more than it may, thoughts included", async () => {
    server.answer({ answer: { tokens: { reasoning: 5 } }, times: 2 });
    const model = languageModelsOf(server)[name];
    const { finishReason, usage } = await generateText({ model, prompt: "Write.", maxOutputTokens: 12 });
    const stream = streamText({ model, prompt: "Write.", maxOutputTokens: 12 });
    expect([finishReason, await stream.finishReason]).toEqual(["length", "length"]);
    expect([usage.outputTokens, (await stream.usage).outputTokens]).toEqual([12, 12]);
  });
});

describe("embeddings", () => {
  test("lie close where words are shared, and are counted", async () => {
    for (const model of [
      clientsOf(server).openai.embedding("text-embedding-3-small"),
      clientsOf(server).compatible.embeddingModel("nomic-embed-text"),
    ]) {
      const { embeddings, usage } = await embedMany({
        model,
        values: ["the quiet river bends", "a quiet river rises", "budgets are ceilings"],
      });
      const [first = [], second = [], third = []] = embeddings;
      expect(first).toHaveLength(1536);
      expect(dot(first, first)).toBeCloseTo(1, 9);
      expect(dot(first, second)).toBeGreaterThan(0.4);
      expect(dot(first, third)).toBeLessThan(0.2);
      expect(usage.tokens).toBe(server.calls.at(-1)?.charged.uncachedInput);
    }
  });

  test("of Google are billed, though its client can't tell", async () => {
    const { embedding, usage } = await embed({
      model: clientsOf(server).google.embedding("gemini-embedding-001"),
      value: "the quiet river bends",
    });
    expect(embedding).toHaveLength(3072);
    expect(usage.tokens).toBeNaN();
    expect(server.calls.at(-1)).toMatchObject({
      protocol: "google-embeddings",
      model: "gemini-embedding-001",
      charged: { uncachedInput: 4 },
    });
  });

  test("have as many dimensions as are asked for", async () => {
    const { embedding } = await embed({
      model: clientsOf(server).openai.embedding("text-embedding-3-small"),
      value: "river",
      providerOptions: { openai: { dimensions: 256 } },
    });
    expect(embedding).toHaveLength(256);
  });
});

describe("the server", () => {
  test("answers another seed, model or prompt with something else", async () => {
    const ask = async (each: ModelServer, modelId: string, prompt: string) =>
      (await generateText({ model: clientsOf(each).openai(modelId), prompt })).text;
    const other = await startModelServer({ seed: 2 });
    const texts = [
      await ask(server, "gpt-5", "Write."),
      await ask(other, "gpt-5", "Write."),
      await ask(server, "gpt-5-mini", "Write."),
      await ask(server, "gpt-5", "Write!"),
    ];
    await other.close();
    expect(new Set(texts).size).toBe(4);
    expect(await ask(server, "gpt-5", "Write.")).toBe(texts[0]);
  });

  test("gives no usage in a stream that did not ask for it, as compatible servers do", async () => {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const bare = createOpenAICompatible({ name: "local", baseURL: server.openaiUrl });
    const { usage } = streamText({ model: bare("qwen3"), prompt: "Write." });
    expect((await usage).outputTokens).toBeUndefined();
    expect(server.calls.at(-1)?.charged.output).toBeGreaterThan(0);
  });

  test("asks a function where no rule answers, for each call that the model works on", async () => {
    const asking = await startModelServer({
      answer: ({ prompt, model }) => ({ text: `${model} read ${prompt.length}` }),
      faultFor: (_request, { number }) => (number === 1 ? { kind: "status", status: 500 } : null),
    });
    const model = clientsOf(asking).openai("gpt-5");
    await expect(generateText({ model, prompt: "Write.", maxRetries: 0 })).rejects.toThrow("had an error");
    expect((await generateText({ model, prompt: "Write." })).text).toBe("gpt-5 read 1");
    await asking.close();
  });

  test("refuses what a provider refuses, in the provider's own words", async () => {
    const send = (path: string, body: unknown) =>
      fetch(`${server.url}${path}`, { method: "POST", body: JSON.stringify(body) });
    const openai = await send("/v1/chat/completions", { model: "gpt-5", messages: [] });
    expect([openai.status, await openai.json()]).toMatchObject([
      400,
      { error: { type: "invalid_request_error" } },
    ]);
    const anthropic = await send("/v1/messages", {
      model: "claude",
      messages: [{ role: "user", content: "x" }],
    });
    expect([anthropic.status, await anthropic.json()]).toMatchObject([400, { type: "error" }]);
    const google = await send("/v1beta/models/gemini:generateContent", {});
    expect([google.status, await google.json()]).toMatchObject([
      400,
      { error: { status: "INVALID_ARGUMENT" } },
    ]);
    expect((await send("/v1/nothing", {})).status).toBe(404);
    expect(server.calls).toEqual([]);
  });
});

const dot = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
