import type { Fault } from "./faults.ts";
import type { ModelRequest } from "./model-request.ts";
import type { CountedTokens } from "./protocol.ts";

/** A row of the server's own ledger: what it would bill, whatever the client came to know of it. */
export interface ModelCall
  extends Pick<ModelRequest, "protocol" | "model" | "streamed" | "apiKey" | "idempotencyKey" | "headers"> {
  number: number;
  arrivedAt: Date;
  fault: Fault | null;
  /** The answer's own id; null where none was made. */
  answerId: string | null;
  status: number | null;
  /** Before when the client was told not to come back. */
  retryNotBefore: Date | null;
  /** All zero for a call that the model never worked on. */
  charged: CountedTokens;
  /** The usage as it was put into the answer, right or wrong; undefined where none was. */
  reported: unknown;
  /** `left`: the client was gone before the answer was whole. */
  outcome: "open" | "answered" | "failed" | "cut" | "reset" | "left";
}

export const NO_TOKENS: CountedTokens = {
  uncachedInput: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  reasoning: 0,
};

/** What calls would cost together. */
export function addCharged(calls: readonly ModelCall[]): CountedTokens {
  return calls.reduce(
    (sum, { charged }) => ({
      uncachedInput: sum.uncachedInput + charged.uncachedInput,
      cacheRead: sum.cacheRead + charged.cacheRead,
      cacheWrite: sum.cacheWrite + charged.cacheWrite,
      output: sum.output + charged.output,
      reasoning: sum.reasoning + charged.reasoning,
    }),
    NO_TOKENS,
  );
}
