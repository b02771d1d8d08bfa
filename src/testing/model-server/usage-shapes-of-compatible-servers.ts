import { AI_SDK_PACKAGES as AI, tokens, type UsageShape } from "./usage-shape.ts";

const XAI = `${AI}/openai-compatible/src/chat/__fixtures__/xai-text.json; docs.x.ai "counted separately from completion_tokens"`;

/** What servers that speak OpenAI's chat completions make of its usage object. */
export const COMPATIBLE_USAGE_SHAPES: readonly UsageShape[] = [
  {
    name: "Ollama, LM Studio and Mistral: three numbers",
    protocol: "openai-chat",
    model: "llama3.2:3b",
    isCompatible: true,
    source:
      "ollama openai/openai.go (Usage); recordings in llamastack/llama-stack tests/integration/recordings",
    usage: { prompt_tokens: 172, completion_tokens: 27, total_tokens: 199 },
    billed: tokens({ uncachedInput: 172, output: 27 }),
  },
  {
    name: "vLLM: details that are null",
    protocol: "openai-chat",
    model: "Qwen/Qwen3-32B",
    isCompatible: true,
    source: "vLLM 0.23 chat completions, usage block in public guides (prompt_tokens_details: null)",
    usage: { prompt_tokens: 937, total_tokens: 1081, completion_tokens: 144, prompt_tokens_details: null },
    billed: tokens({ uncachedInput: 937, output: 144 }),
  },
  {
    name: "Groq: seconds among the tokens",
    protocol: "openai-chat",
    model: "llama-3.3-70b-versatile",
    isCompatible: true,
    source: `${AI}/groq/src/__fixtures__/groq-reasoning.json`,
    usage: {
      queue_time: 0.0418,
      prompt_tokens: 45,
      prompt_time: 0.0019,
      completion_tokens: 607,
      completion_time: 2.2451,
      total_tokens: 652,
      total_time: 2.2471,
      completion_tokens_details: { reasoning_tokens: 412 },
    },
    billed: tokens({ uncachedInput: 45, output: 607, reasoning: 412 }),
  },
  {
    name: "DeepSeek: hits and misses beside the details",
    protocol: "openai-chat",
    model: "deepseek-reasoner",
    isCompatible: true,
    source: `${AI}/deepseek/src/chat/__fixtures__/deepseek-json.json`,
    usage: {
      prompt_tokens: 810,
      completion_tokens: 260,
      total_tokens: 1070,
      prompt_tokens_details: { cached_tokens: 640 },
      completion_tokens_details: { reasoning_tokens: 190 },
      prompt_cache_hit_tokens: 640,
      prompt_cache_miss_tokens: 170,
    },
    billed: tokens({ uncachedInput: 170, cacheRead: 640, output: 260, reasoning: 190 }),
  },
  {
    name: "xAI: reasoning outside the completion, seen only in the total",
    protocol: "openai-chat",
    model: "grok-3-mini",
    isCompatible: true,
    source: XAI,
    usage: {
      prompt_tokens: 120,
      completion_tokens: 40,
      total_tokens: 510,
      prompt_tokens_details: { text_tokens: 120, audio_tokens: 0, image_tokens: 0, cached_tokens: 20 },
      completion_tokens_details: {
        reasoning_tokens: 350,
        audio_tokens: 0,
        accepted_prediction_tokens: 0,
        rejected_prediction_tokens: 0,
      },
      num_sources_used: 0,
    },
    billed: tokens({ uncachedInput: 100, cacheRead: 20, output: 390, reasoning: 350 }),
    sdkReads: {
      why: "it takes completion_tokens for all output and never looks at the total",
      tokens: tokens({ uncachedInput: 100, cacheRead: 20, output: 40, reasoning: 350 }),
    },
  },
  {
    name: "a compatible server that tells its written cache",
    protocol: "openai-chat",
    model: "gpt-6-luna",
    isCompatible: true,
    source: `${AI}/openai/src/chat/openai-chat-api.ts (cache_write_tokens), served by gateways under the same protocol`,
    usage: {
      prompt_tokens: 1000,
      completion_tokens: 200,
      total_tokens: 1200,
      prompt_tokens_details: { cached_tokens: 300, cache_write_tokens: 600 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
    billed: tokens({ uncachedInput: 100, cacheRead: 300, cacheWrite: 600, output: 200 }),
    sdkReads: {
      why: "@ai-sdk/openai-compatible knows no written cache and leaves it in the uncached input",
      tokens: tokens({ uncachedInput: 700, cacheRead: 300, output: 200 }),
    },
  },
];
