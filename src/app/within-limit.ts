import { isAppError } from "#platform/errors.ts";
import { LIMITS, type LimitName } from "#platform/limits.ts";
import { consume, type LimitState } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";

interface Within {
  limit: LimitName;
  /** Whose it is, as `consume` takes it. */
  key: string | null;
  /** How a refusal is written where plain text will not do. */
  refuse?: (status: number, message: string) => Response;
}

/** Answers a request within a limit: every answer of a route handler says what is left, the one beyond it (429) when to come back. */
export async function withinLimit(
  system: System,
  { limit, key, refuse = plainly }: Within,
  answer: () => Promise<Response>,
): Promise<Response> {
  let state: LimitState;
  try {
    state = await consume(system, limit, key);
  } catch (error) {
    if (!isAppError(error, "LIMIT_REACHED")) throw error;
    const resetSeconds = error.retryAfterSeconds ?? LIMITS[limit].perSeconds;
    const refused = refuse(429, error.message);
    refused.headers.set("Retry-After", String(resetSeconds));
    return withLimitHeaders(refused, { limit, remaining: 0, resetSeconds });
  }
  return withLimitHeaders(await answer(), state);
}

/** Says what is left of a limit, as draft-ietf-httpapi-ratelimit-headers-10 writes it: quota and window, remainder and seconds. */
function withLimitHeaders(answer: Response, { limit, remaining, resetSeconds }: LimitState): Response {
  const { points, perSeconds } = LIMITS[limit];
  answer.headers.set("RateLimit-Policy", `"${limit}";q=${points};w=${perSeconds}`);
  answer.headers.set("RateLimit", `"${limit}";r=${remaining};t=${resetSeconds}`);
  return answer;
}

function plainly(status: number, message: string): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
