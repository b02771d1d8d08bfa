import { APICallError, JSONParseError, TypeValidationError } from "ai";
import type { OnePost } from "./one-post.ts";
import type { ModelFailure } from "./reply.ts";
import { retryAfterMs } from "./retry-after.ts";

const LONGEST_WORDS = 300;
/** OpenAI says 429 for an empty account as it does for haste. */
const OUT_OF_CREDIT = /insufficient_quota|billing_hard_limit|credit balance is too low/;
/** Keys as providers write them, whole or with the middle left out. */
const KEY = /\b(sk|xai|gsk|AIza)[-\w*.]{6,}/g;

/** What went wrong with a request, from its status where it got one and otherwise from what was thrown. */
export function failureOf(error: unknown, post: OnePost, now: Date): ModelFailure {
  const response = post.response();
  const says = wordsOf(error);
  if (response === null || isOk(response.status)) return { kind: "broken", says };
  const body = APICallError.isInstance(error) ? (error.responseBody ?? "") : "";
  return {
    kind: "status",
    status: response.status,
    retryAfterMs: retryAfterMs(response.headers, now),
    isOutOfCredit: OUT_OF_CREDIT.test(body),
    says,
  };
}

/** A request that never left costs nothing, nor does one that was refused by its status. */
export function isBillable(post: OnePost): boolean {
  const status = post.response()?.status;
  return post.wasSent() && (status === undefined || isOk(status));
}

const isOk = (status: number): boolean => status >= 200 && status < 300;

/** What can't be read is quoted by the client at length, which helps nobody. */
function wordsOf(error: unknown): string {
  if (JSONParseError.isInstance(error) || TypeValidationError.isInstance(error))
    return "It could not be read.";
  const words = error instanceof Error ? error.message : typeof error === "string" ? error : "";
  return words.replace(KEY, "[key]").replace(/\s+/g, " ").trim().slice(0, LONGEST_WORDS);
}
