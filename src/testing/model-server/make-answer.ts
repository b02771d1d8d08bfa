import { decode, encode } from "gpt-tokenizer/encoding/o200k_base";
import { z } from "zod";
import { countTokens } from "#platform/count-tokens.ts";
import { inventText } from "./invent-text.ts";
import { NO_TOKENS } from "./model-call.ts";
import { type ModelRequest, RequestMatch } from "./model-request.ts";
import type { CountedTokens, Reply } from "./protocol.ts";

const tokens = z.int().nonnegative();

/** What a model says, and what it is to have used; anything left out is made up from the request. */
export const ModelAnswer = z.strictObject({
  text: z.string().optional(),
  /** In place of the text, for a request that wants JSON. */
  object: z.unknown().optional(),
  ending: z.enum(["complete", "length", "refusal"]).optional(),
  /** What was used in truth: counted and reported. Reasoning is inside output. */
  tokens: z
    .strictObject({
      uncachedInput: tokens,
      cacheRead: tokens,
      cacheWrite: tokens,
      output: tokens,
      reasoning: tokens,
    })
    .partial()
    .optional(),
  /** A usage object in the provider's shape, reported in place of the one that follows from the tokens. */
  usage: z.record(z.string(), z.unknown()).optional(),
  /** What an Anthropic stream says in its first event, where it is more than the input of the usage. */
  firstUsage: z.record(z.string(), z.unknown()).optional(),
});
export type ModelAnswer = z.infer<typeof ModelAnswer>;

export const AnswerRule = z.strictObject({
  answer: ModelAnswer,
  match: RequestMatch.optional(),
  /** How many requests it answers; null means all that come. */
  times: z.int().positive().nullable().default(1),
});
export type AnswerRule = z.input<typeof AnswerRule>;

/** Besides the text, providers count a few tokens for each message. */
const TOKENS_PER_MESSAGE = 4;

interface Made extends Pick<Reply, "text" | "ending"> {
  counted: CountedTokens;
}

/** The text of an answer, how it ends, and what was used for it. No more is written than the request allows. */
export function makeAnswer(request: ModelRequest, given: ModelAnswer, seed: number): Made {
  if (request.dimensions !== null) {
    const counted = { ...NO_TOKENS, uncachedInput: countTexts(request.prompt) };
    return { text: "", ending: "complete", counted: told(given, counted) };
  }
  const text =
    given.object === undefined ? (given.text ?? inventText(request, seed)) : JSON.stringify(given.object);
  const reasoning = given.tokens?.reasoning ?? 0;
  const written = encode(text, { disallowedSpecial: new Set() });
  const room = Math.max(0, (request.maxOutputTokens ?? Number.POSITIVE_INFINITY) - reasoning);
  const isTooLong = given.tokens?.output === undefined && written.length > room;
  return {
    text: isTooLong ? decode(written.slice(0, room)) : text,
    ending: given.ending ?? (isTooLong ? "length" : "complete"),
    counted: told(given, {
      ...NO_TOKENS,
      uncachedInput: countInput(request),
      output: Math.min(written.length, room) + reasoning,
    }),
  };
}

function told({ tokens: given = {} }: ModelAnswer, counted: CountedTokens): CountedTokens {
  return {
    uncachedInput: given.uncachedInput ?? counted.uncachedInput,
    cacheRead: given.cacheRead ?? counted.cacheRead,
    cacheWrite: given.cacheWrite ?? counted.cacheWrite,
    output: given.output ?? counted.output,
    reasoning: given.reasoning ?? counted.reasoning,
  };
}

const countTexts = (texts: string[]) => texts.reduce((sum, text) => sum + countTokens(text), 0);

/** A schema is read like text, and billed like it. */
function countInput({ prompt, json }: ModelRequest): number {
  const schema = json?.schema ? countTokens(JSON.stringify(json.schema)) : 0;
  return countTexts(prompt) + prompt.length * TOKENS_PER_MESSAGE + schema;
}

/** A text in the pieces in which it is streamed: a few words each. */
export function piecesOf(text: string): string[] {
  return text.match(/(?:\S{1,16}\s*|\s+){1,4}/g) ?? [];
}
