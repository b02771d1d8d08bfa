import { z } from "zod";
import type { ModelProvider } from "../model-access.ts";

/** What a call used, in disjoint buckets; reasoning is inside output. */
export interface ModelUsage {
  uncachedInput: number;
  cacheRead: number;
  cacheWrite: number;
  output: number;
  reasoning: number;
}

/** Beyond any context there is: whoever claims more tokens claims nothing that can be believed. */
const MOST_TOKENS = 100_000_000;
const tokens = z.int().nonnegative().max(MOST_TOKENS);
const some = tokens.nullish().transform((count) => count ?? 0);

const Responses = z.object({
  input_tokens: tokens,
  input_tokens_details: z.object({ cached_tokens: some, cache_write_tokens: some }).nullish(),
  output_tokens: tokens,
  output_tokens_details: z.object({ reasoning_tokens: some }).nullish(),
});

const Chat = z.object({
  prompt_tokens: tokens,
  completion_tokens: tokens,
  total_tokens: some,
  prompt_tokens_details: z.object({ cached_tokens: some, cache_write_tokens: some }).nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: some }).nullish(),
});

const Anthropic = z.object({
  input_tokens: tokens,
  cache_creation_input_tokens: some,
  cache_read_input_tokens: some,
  /** The same tokens by how long they are kept. */
  cache_creation: z.object({ ephemeral_5m_input_tokens: some, ephemeral_1h_input_tokens: some }).nullish(),
  output_tokens: tokens,
  output_tokens_details: z.object({ thinking_tokens: some }).nullish(),
  iterations: z.array(z.object({ input_tokens: tokens, output_tokens: tokens })).nullish(),
});

const Google = z.object({
  promptTokenCount: tokens,
  toolUsePromptTokenCount: some,
  cachedContentTokenCount: some,
  candidatesTokenCount: some,
  thoughtsTokenCount: some,
  totalTokenCount: some,
});

/**
 * Reads what a call used from the provider's own usage object, streamed or whole.
 *
 * @returns null when it is absent or can't be true (negative, a fraction, no number, parts larger than their whole, no input at all):
 *   what was used is not known then, which is not zero
 */
export function readUsage(provider: ModelProvider, raw: unknown): ModelUsage | null {
  const usage = READERS[provider](raw);
  return usage !== null && usage.uncachedInput + usage.cacheRead + usage.cacheWrite > 0 ? usage : null;
}

const READERS: Record<ModelProvider, (raw: unknown) => ModelUsage | null> = {
  openai: readOpenai,
  compatible: readOpenai,
  anthropic: readAnthropic,
  google: readGoogle,
};

function readOpenai(raw: unknown): ModelUsage | null {
  return readResponses(raw) ?? readChat(raw);
}

/** Cached input stands inside input, reasoning inside output. */
function readResponses(raw: unknown): ModelUsage | null {
  const usage = Responses.safeParse(raw).data;
  if (!usage) return null;
  const { input_tokens_details: input, output_tokens_details: output } = usage;
  return inside(usage.input_tokens, input, usage.output_tokens, output?.reasoning_tokens ?? 0);
}

/** The same, but for servers (xAI) that count reasoning beside the completion and tell so by the total alone. */
function readChat(raw: unknown): ModelUsage | null {
  const usage = Chat.safeParse(raw).data;
  if (!usage) return null;
  const output = Math.max(usage.completion_tokens, usage.total_tokens - usage.prompt_tokens);
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? 0;
  return inside(usage.prompt_tokens, usage.prompt_tokens_details, output, reasoning);
}

type Cached = { cached_tokens: number; cache_write_tokens: number } | null | undefined;

function inside(input: number, cached: Cached, output: number, reasoning: number): ModelUsage | null {
  const cacheRead = cached?.cached_tokens ?? 0;
  const cacheWrite = cached?.cache_write_tokens ?? 0;
  const uncachedInput = input - cacheRead - cacheWrite;
  if (uncachedInput < 0 || reasoning > output) return null;
  return { uncachedInput, cacheRead, cacheWrite, output, reasoning };
}

/** Cached input stands beside input. Compaction is told in iterations, which the totals leave out. */
function readAnthropic(raw: unknown): ModelUsage | null {
  const usage = Anthropic.safeParse(raw).data;
  if (!usage) return null;
  const kept = usage.cache_creation;
  const byLifetime = (kept?.ephemeral_5m_input_tokens ?? 0) + (kept?.ephemeral_1h_input_tokens ?? 0);
  const iterations = usage.iterations ?? [];
  const sum = (field: "input_tokens" | "output_tokens") =>
    iterations.reduce((total, iteration) => total + iteration[field], 0);
  const output = Math.max(usage.output_tokens, sum("output_tokens"));
  const reasoning = usage.output_tokens_details?.thinking_tokens ?? 0;
  if (reasoning > output) return null;
  return {
    uncachedInput: Math.max(usage.input_tokens, sum("input_tokens")),
    cacheRead: usage.cache_read_input_tokens,
    cacheWrite: Math.max(usage.cache_creation_input_tokens, byLifetime),
    output,
    reasoning,
  };
}

/** Cached content stands inside the prompt, thoughts beside the candidates. */
function readGoogle(raw: unknown): ModelUsage | null {
  const usage = Google.safeParse(raw).data;
  if (!usage) return null;
  const input = usage.promptTokenCount + usage.toolUsePromptTokenCount;
  const output = Math.max(
    usage.candidatesTokenCount + usage.thoughtsTokenCount,
    usage.totalTokenCount - input,
  );
  const cached = { cached_tokens: usage.cachedContentTokenCount, cache_write_tokens: 0 };
  return inside(input, cached, output, usage.thoughtsTokenCount);
}
