import { NO_TOKENS } from "./model-call.ts";
import type { ModelRequest } from "./model-request.ts";
import type { CountedTokens } from "./protocol.ts";

/** A usage object as a provider sends it, and what it bills by it. */
export interface UsageShape {
  name: string;
  protocol: ModelRequest["protocol"];
  /** The model that is asked; it decides which of a provider's ways the client takes. */
  model: string;
  /** The server is a compatible one and not OpenAI. */
  isCompatible?: true;
  /** Left out where it is the same either way. */
  streamed?: boolean;
  /** Where such an object can be seen; the field names are from there, the numbers are ours. */
  source: string;
  usage: Record<string, unknown>;
  /** The first event of an Anthropic stream. */
  firstUsage?: Record<string, unknown>;
  billed: CountedTokens;
  /** Where the AI SDK (ai 7.0) reads something else out of it, and why. */
  sdkReads?: { why: string; tokens: CountedTokens };
}

/** Where recorded answers of many providers can be seen. */
export const AI_SDK_PACKAGES = "github.com/vercel/ai, packages";

/** Disjoint buckets; what is left out is none. */
export const tokens = (given: Partial<CountedTokens>): CountedTokens => ({ ...NO_TOKENS, ...given });
