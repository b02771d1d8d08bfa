import type { ModelUsage } from "./read-usage.ts";

/** Why a provider gave no whole answer. `says` is what it or the network had to say, for people; keys never stand in it. */
export type ModelFailure =
  | { kind: "status"; status: number; retryAfterMs: number | null; isOutOfCredit: boolean; says: string }
  /** No connection, or one that broke; an error in the middle of a stream; an answer that can't be read. */
  | { kind: "broken"; says: string }
  /** The provider has no models of this kind. */
  | { kind: "unsupported" }
  | { kind: "timeout" }
  | { kind: "stopped" }
  | { kind: "truncated" }
  | { kind: "refused" }
  | { kind: "empty" };

/** What came of one request to a provider. */
export interface ModelReply<Answer> {
  /** False when it can't have cost anything: it never left, or was refused by a status. */
  isBillable: boolean;
  /** Null where it isn't known what was used. */
  usage: ModelUsage | null;
  outcome: { kind: "answer"; answer: Answer } | { kind: "failure"; failure: ModelFailure };
}
