import type { ModelProvider, ProviderAccess } from "#platform/model-access.ts";
import type { ModelReply } from "#platform/models/reply.ts";
import type { CallToReserve } from "../../reserve-usage.ts";
import type { FoundPrice } from "../find-prices.ts";
import type { JsonValue } from "../storable-json.ts";

/** What a call is made for; its attempts share the step. */
export interface ModelStep
  extends Pick<
    CallToReserve,
    "stepKey" | "purpose" | "projectId" | "episodeId" | "queueId" | "phase" | "userId"
  > {
  /** This model and no other, in the place of what is chosen for the purpose. */
  choice?: { provider: ModelProvider; model: string };
  /** Says that nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** One request in the words of its kind: what it may at most use, how it is sent, and whether what came can be used. */
export interface Ask<Answer, Output> {
  worst: { input: number; output: number };
  promptVersion?: string;
  send(target: Target & { access: ProviderAccess }, signal: AbortSignal): Promise<ModelReply<Answer>>;
  judge(answer: Answer): Judged<Output>;
}

/** An answer that can be used, with what is kept of it; or what is wrong with it. */
export type Judged<Output> =
  | { kind: "good"; output: Output; kept: JsonValue }
  | { kind: "bad"; answer: string; problem: string };

/** A model with the price that holds now; null where it has none. */
export interface Target {
  provider: ModelProvider;
  model: string;
  price: FoundPrice | null;
}
