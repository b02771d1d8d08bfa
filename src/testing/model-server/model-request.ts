import { z } from "zod";
import type { RequestContent } from "./protocol.ts";

export const PROTOCOL_NAMES = [
  "openai-chat",
  "openai-responses",
  "openai-embeddings",
  "anthropic-messages",
  "google-content",
  "google-embeddings",
] as const;

export interface ModelRequest extends RequestContent {
  protocol: (typeof PROTOCOL_NAMES)[number];
  apiKey: string | null;
  idempotencyKey: string | null;
  /** The headers whose names begin with `x-`, without those that carry a key. */
  headers: Record<string, string>;
}

/** Which requests a rule is meant for; what is left out matches all. */
export const RequestMatch = z.strictObject({
  apiKey: z.string().optional(),
  protocol: z.enum(PROTOCOL_NAMES).optional(),
  model: z.string().optional(),
  streamed: z.boolean().optional(),
  /** A text that the prompt has to contain. */
  promptIncludes: z.string().optional(),
  /** Headers that begin with `x-`, by their names in lower case. */
  headers: z.record(z.string(), z.string()).optional(),
});
export type RequestMatch = z.infer<typeof RequestMatch>;

/** Whether a rule is meant for this request. */
export function isMatch(match: RequestMatch, request: ModelRequest): boolean {
  const { promptIncludes, headers, ...exact } = match;
  return (
    Object.entries(exact).every(
      ([name, value]) => value === undefined || Reflect.get(request, name) === value,
    ) &&
    Object.entries(headers ?? {}).every(([name, value]) => request.headers[name] === value) &&
    (promptIncludes === undefined || request.prompt.some((text) => text.includes(promptIncludes)))
  );
}
