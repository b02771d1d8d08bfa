import { z } from "zod";
import { RequestMatch } from "./model-request.ts";

const RetryAfter = z.union([
  z.strictObject({ seconds: z.number() }),
  /** As a date in the header, so many seconds from the server's now. */
  z.strictObject({ dateInSeconds: z.number() }),
  /** As `retry-after-ms`, which OpenAI sends. */
  z.strictObject({ milliseconds: z.number() }),
  z.strictObject({ raw: z.string() }),
]);
export type RetryAfter = z.infer<typeof RetryAfter>;

const afterEvents = z.int().nonnegative();

/** What can go wrong with a call. All but `status` and a `reset` before are billed by a provider, so they are counted. */
export const Fault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("status"),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    retryAfter: RetryAfter.optional(),
  }),
  /** Says nothing more until the client leaves: from the start, or after some events of a stream. */
  z.strictObject({ kind: z.literal("hang"), afterEvents: afterEvents.optional() }),
  /** Waits before each event of a stream, or before an answer that is not streamed. */
  z.strictObject({ kind: z.literal("slow"), delayMs: z.int().nonnegative() }),
  /** Ends in the middle: by a broken connection, or `cleanly` as if that were all. Without a number in the very middle. */
  z.strictObject({
    kind: z.literal("cut"),
    afterEvents: afterEvents.optional(),
    cleanly: z.boolean().optional(),
  }),
  /** After some events of a stream (without a number in the very middle) it says that it failed; otherwise a plain 503. */
  z.strictObject({ kind: z.literal("stream-error"), afterEvents: afterEvents.optional() }),
  z.strictObject({ kind: z.literal("malformed") }),
  z.strictObject({ kind: z.literal("empty") }),
  z.strictObject({ kind: z.literal("refusal") }),
  z.strictObject({ kind: z.literal("truncated") }),
  /** Claims another usage than it counted; an object is sent as it is. */
  z.strictObject({
    kind: z.literal("usage"),
    usage: z.union([
      z.enum(["absent", "zero", "negative", "fractional", "doubled", "huge"]),
      z.record(z.string(), z.unknown()),
    ]),
  }),
  /** Sends a stream's ending, with its usage, twice; or gives again the last answer to this key, not billed again. */
  z.strictObject({ kind: z.literal("duplicate"), what: z.enum(["ending", "answer"]) }),
  /** Breaks the connection before the model worked, or after it did and before a word of the answer was sent. */
  z.strictObject({ kind: z.literal("reset"), when: z.enum(["before", "after"]) }),
]);
export type Fault = z.infer<typeof Fault>;

export const FaultRule = z.strictObject({
  fault: Fault,
  match: RequestMatch.optional(),
  /** How many requests it meets; null means all that come. */
  times: z.int().positive().nullable().default(1),
});
export type FaultRule = z.input<typeof FaultRule>;

/**
 * Faults by name. A client that can set nothing but its configuration asks for one by the end of its API key
 * (`any-key:overloaded`), one that can set headers by `x-model-fault` (a name, or a fault in JSON).
 */
const NAMED: Record<string, Fault> = {
  "rate-limited": { kind: "status", status: 429, retryAfter: { seconds: 1 } },
  "rate-limited-silently": { kind: "status", status: 429 },
  "out-of-quota": { kind: "status", status: 429, code: "insufficient_quota" },
  "server-error": { kind: "status", status: 500 },
  overloaded: { kind: "status", status: 503 },
  "revoked-key": { kind: "status", status: 401, code: "invalid_api_key" },
  "unknown-model": { kind: "status", status: 404, code: "model_not_found" },
  hang: { kind: "hang" },
  slow: { kind: "slow", delayMs: 50 },
  cut: { kind: "cut" },
  "cut-cleanly": { kind: "cut", cleanly: true },
  "stream-error": { kind: "stream-error" },
  malformed: { kind: "malformed" },
  empty: { kind: "empty" },
  refusal: { kind: "refusal" },
  truncated: { kind: "truncated" },
  "usage-absent": { kind: "usage", usage: "absent" },
  "usage-negative": { kind: "usage", usage: "negative" },
  "usage-zero": { kind: "usage", usage: "zero" },
  "duplicate-ending": { kind: "duplicate", what: "ending" },
  "duplicate-answer": { kind: "duplicate", what: "answer" },
  "reset-before": { kind: "reset", when: "before" },
  "reset-after": { kind: "reset", when: "after" },
};

/** The fault that a request asks for by itself, by header or by key. An unknown one in the header is an error. */
export function faultAskedFor(request: {
  apiKey: string | null;
  headers: Record<string, string>;
}): Fault | null {
  const byHeader = request.headers["x-model-fault"];
  if (byHeader !== undefined) return NAMED[byHeader] ?? Fault.parse(JSON.parse(byHeader));
  return NAMED[request.apiKey?.split(":").at(-1) ?? ""] ?? null;
}
