import { AI_SDK_PACKAGES as AI, tokens, type UsageShape } from "./usage-shape.ts";
import { COMPATIBLE_USAGE_SHAPES } from "./usage-shapes-of-compatible-servers.ts";

const ANTHROPIC = `${AI}/anthropic/src/__fixtures__`;

const openai: UsageShape[] = [
  {
    name: "responses: cached input inside input, reasoning inside output",
    protocol: "openai-responses",
    model: "gpt-5",
    source: `${AI}/openai/src/responses/__fixtures__/openai-web-search-tool.1.json`,
    usage: {
      input_tokens: 5210,
      input_tokens_details: { cached_tokens: 3840 },
      output_tokens: 1730,
      output_tokens_details: { reasoning_tokens: 1216 },
      total_tokens: 6940,
    },
    billed: tokens({ uncachedInput: 1370, cacheRead: 3840, output: 1730, reasoning: 1216 }),
  },
  {
    name: "responses: written cache inside input",
    protocol: "openai-responses",
    model: "gpt-6-sol",
    source: `${AI}/openai/src/responses/__fixtures__/programmatic-tool-calling.1.json`,
    usage: {
      input_tokens: 4100,
      input_tokens_details: { cache_write_tokens: 2560, cached_tokens: 1024 },
      output_tokens: 310,
      output_tokens_details: { reasoning_tokens: 55 },
      total_tokens: 4410,
    },
    billed: tokens({ uncachedInput: 516, cacheRead: 1024, cacheWrite: 2560, output: 310, reasoning: 55 }),
  },
  {
    name: "chat: cached input inside the prompt, reasoning inside the completion",
    protocol: "openai-chat",
    model: "gpt-4.1",
    source: `${AI}/openai/src/chat/__fixtures__/openai-text.json`,
    usage: {
      prompt_tokens: 2380,
      completion_tokens: 540,
      total_tokens: 2920,
      prompt_tokens_details: { cached_tokens: 1920, audio_tokens: 0 },
      completion_tokens_details: {
        reasoning_tokens: 128,
        audio_tokens: 0,
        accepted_prediction_tokens: 0,
        rejected_prediction_tokens: 0,
      },
    },
    billed: tokens({ uncachedInput: 460, cacheRead: 1920, output: 540, reasoning: 128 }),
  },
];

const anthropic: UsageShape[] = [
  {
    name: "cached input outside input, with the lifetimes of what was written",
    protocol: "anthropic-messages",
    model: "claude-opus-4-5",
    streamed: false,
    source: `${ANTHROPIC}/anthropic-text.json, anthropic-code-execution-20260120-prompt-cache.1.chunks.txt`,
    usage: {
      input_tokens: 42,
      cache_creation_input_tokens: 3300,
      cache_read_input_tokens: 6280,
      cache_creation: { ephemeral_5m_input_tokens: 2300, ephemeral_1h_input_tokens: 1000 },
      output_tokens: 415,
      service_tier: "standard",
      inference_geo: "not_available",
    },
    billed: tokens({ uncachedInput: 42, cacheRead: 6280, cacheWrite: 3300, output: 415 }),
  },
  {
    name: "thinking inside output",
    protocol: "anthropic-messages",
    model: "claude-opus-4-5",
    source: `${ANTHROPIC}/anthropic-claude-opus-5-reasoning-high.1.json`,
    usage: {
      input_tokens: 510,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: 1699,
      output_tokens_details: { thinking_tokens: 1390 },
      service_tier: "standard",
    },
    billed: tokens({ uncachedInput: 510, output: 1699, reasoning: 1390 }),
  },
  {
    name: "stream whose last event adds up all of it",
    protocol: "anthropic-messages",
    model: "claude-opus-4-5",
    streamed: true,
    source: `${ANTHROPIC}/anthropic-code-execution-20260120-prompt-cache.1.chunks.txt`,
    firstUsage: {
      input_tokens: 2,
      cache_creation_input_tokens: 3068,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 3068, ephemeral_1h_input_tokens: 0 },
      output_tokens: 69,
      service_tier: "standard",
    },
    usage: {
      input_tokens: 6,
      cache_creation_input_tokens: 3340,
      cache_read_input_tokens: 6290,
      output_tokens: 198,
      output_tokens_details: { thinking_tokens: 0 },
    },
    billed: tokens({ uncachedInput: 6, cacheRead: 6290, cacheWrite: 3340, output: 198 }),
  },
  {
    name: "older stream whose last event tells the output alone",
    protocol: "anthropic-messages",
    model: "claude-opus-4-5",
    streamed: true,
    source: `${ANTHROPIC}/duplicate-message-start.chunks.txt`,
    firstUsage: { input_tokens: 17, cache_read_input_tokens: 900, output_tokens: 1 },
    usage: { output_tokens: 227 },
    billed: tokens({ uncachedInput: 17, cacheRead: 900, output: 227 }),
  },
  {
    name: "compaction, which the totals leave out",
    protocol: "anthropic-messages",
    model: "claude-opus-4-5",
    source: `${ANTHROPIC}/anthropic-compaction.1.json`,
    usage: {
      input_tokens: 680,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: 2820,
      iterations: [
        { type: "compaction", input_tokens: 60_000, output_tokens: 590 },
        { type: "message", input_tokens: 680, output_tokens: 2820 },
      ],
    },
    billed: tokens({ uncachedInput: 60_680, output: 3410 }),
  },
];

const google: UsageShape[] = [
  {
    name: "thoughts beside the candidates",
    protocol: "google-content",
    model: "gemini-2.5-flash",
    source: `${AI}/google/src/__fixtures__/google-text.json`,
    usage: {
      promptTokenCount: 90,
      candidatesTokenCount: 28,
      totalTokenCount: 362,
      promptTokensDetails: [{ modality: "TEXT", tokenCount: 90 }],
      thoughtsTokenCount: 244,
    },
    billed: tokens({ uncachedInput: 90, output: 272, reasoning: 244 }),
  },
  {
    name: "cached content inside the prompt",
    protocol: "google-content",
    model: "gemini-2.5-flash",
    source: "ai.google.dev/api/generate-content#UsageMetadata: promptTokenCount includes the cached content",
    usage: {
      promptTokenCount: 5000,
      cachedContentTokenCount: 4200,
      candidatesTokenCount: 30,
      thoughtsTokenCount: 12,
      totalTokenCount: 5042,
      cacheTokensDetails: [{ modality: "TEXT", tokenCount: 4200 }],
      serviceTier: "standard",
    },
    billed: tokens({ uncachedInput: 800, cacheRead: 4200, output: 42, reasoning: 12 }),
  },
  {
    name: "a blocked prompt: input alone",
    protocol: "google-content",
    model: "gemini-2.5-flash",
    source: "ai.google.dev/api/generate-content#UsageMetadata: every count may be left out",
    usage: { promptTokenCount: 34, totalTokenCount: 34 },
    billed: tokens({ uncachedInput: 34 }),
  },
];

/** Real shapes of usage objects by provider, streamed and not, with what is billed by them. */
export const USAGE_SHAPES: readonly UsageShape[] = [
  ...openai,
  ...COMPATIBLE_USAGE_SHAPES,
  ...anthropic,
  ...google,
];
