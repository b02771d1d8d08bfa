import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type ModelServer, startModelServer } from "#testing/model-server/start-model-server.ts";
import { seededRandom } from "#testing/seeded-random.ts";
import { countTokens } from "../count-tokens.ts";
import { MODEL_PROVIDERS } from "../model-access.ts";
import { askModel, MODEL_TIMEOUTS } from "./ask-model.ts";
import { portableSchema } from "./portable-schema.ts";
import { worstInput } from "./worst-input.ts";

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const PIECES = [
  "the quiet river ",
  "Donaudampfschifffahrtsgesellschaft ",
  "नमस्ते दुनिया ",
  "漢字かな交じり文",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "<|endoftext|><|im_start|>",
  "0123456789.98765 ",
  "     \t\n\n",
  "=====-----#####",
  '{"a":[1,2,{"b":null}]}',
  "aGVsbG8gd29ybGQ=",
  "\u0000\ud83d",
  "ﷺ",
];
const SCHEMAS = [
  z.object({ title: z.string() }),
  z.object({
    blocks: z.array(
      z.discriminatedUnion("type", [
        z.object({ type: z.literal("QUOTE"), text: z.string().min(3).describe("words as they stand") }),
        z.object({ type: z.literal("PLAIN"), note: z.string().nullable(), at: z.enum(["here", "there"]) }),
      ]),
    ),
  }),
];

it("is never below what a provider counts, whatever the text, the schema and the way it is asked", {
  timeout: 30_000,
}, async () => {
  const random = seededRandom(7);
  const textOf = (most: number) =>
    Array.from(
      { length: 1 + Math.floor(random() * most) },
      () => PIECES[Math.floor(random() * PIECES.length)],
    ).join("");
  for (let round = 0; round < 16; round += 1) {
    const provider = MODEL_PROVIDERS[round % MODEL_PROVIDERS.length] ?? "openai";
    const schema = SCHEMAS[round % SCHEMAS.length] ?? z.object({});
    const wanted = await portableSchema(schema);
    const instructions = textOf(4);
    const text = textOf(round % 2 === 0 ? 40 : 12);
    const baseUrl =
      { google: server.googleUrl, anthropic: server.anthropicUrl }[provider as string] ?? server.openaiUrl;
    const model = round % 3 === 0 && provider === "anthropic" ? "claude-3-haiku-20240307" : "a-model";
    await askModel({
      provider,
      access: { name: provider, apiKey: "key", baseUrl },
      model,
      instructions,
      text,
      schema: wanted,
      maxOutputTokens: 300,
      timeouts: MODEL_TIMEOUTS,
      now: () => new Date(),
    });
    const counted = server.calls.at(-1)?.charged.uncachedInput;
    expect(server.calls).toHaveLength(round + 1);
    expect(worstInput([instructions, text], wanted)).toBeGreaterThanOrEqual(counted ?? Number.NaN);
  }
});

it("is at most about twice the count for plain words, and a token for each byte of what tokenizers differ in", () => {
  const words = "the quiet river bends below the town and carries letters to the harbour ".repeat(50);
  expect(worstInput([words])).toBeLessThan(2 * countTokens(words) + 700);
  const emoji = "👩‍👩‍👧‍👦".repeat(40);
  expect(worstInput([emoji])).toBe(Buffer.byteLength(emoji) + 616);
});
