import { embedMany } from "ai";
import type { ModelProvider, ProviderAccess } from "../model-access.ts";
import { failureOf, isBillable } from "./failure-of.ts";
import { onePost } from "./one-post.ts";
import { openEmbeddingModel } from "./open-model.ts";
import { readUsage } from "./read-usage.ts";
import type { ModelFailure, ModelReply } from "./reply.ts";

export interface EmbeddingQuestion {
  provider: ModelProvider;
  access: ProviderAccess;
  model: string;
  /** As many as the provider takes in one request; Google takes 100. */
  values: readonly string[];
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  now(): Date;
}

/** Asks for the vectors of texts by one request, in their order; never throws. */
export async function askEmbeddings(question: EmbeddingQuestion): Promise<ModelReply<number[][]>> {
  const { provider, access, model, values, signal } = question;
  const post = onePost();
  const opened = openEmbeddingModel(provider, { access, model, fetch: post.fetch });
  const timeout = AbortSignal.timeout(question.timeoutMs);
  const fail = (failure: ModelFailure): ModelReply<never> => ({
    isBillable: isBillable(post),
    usage: null,
    outcome: { kind: "failure", failure },
  });
  if (opened === null) return fail({ kind: "unsupported" });
  try {
    const { embeddings, usage } = await embedMany({
      model: opened,
      values: [...values],
      maxRetries: 0,
      abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const isWhole = embeddings.length === values.length && embeddings.every((each) => each.length > 0);
    if (!isWhole) return fail({ kind: "broken", says: "Not every text got a vector." });
    return {
      isBillable: true,
      // Google tells no usage, which the client makes into NaN.
      usage: readUsage("compatible", { prompt_tokens: usage.tokens, completion_tokens: 0 }),
      outcome: { kind: "answer", answer: embeddings },
    };
  } catch (error) {
    if (signal?.aborted) return fail({ kind: "stopped" });
    if (timeout.aborted) return fail({ kind: "timeout" });
    return fail(failureOf(error, post, question.now()));
  }
}
