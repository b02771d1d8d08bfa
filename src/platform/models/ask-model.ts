import { type FinishReason, type JSONSchema7, jsonSchema, Output, streamText } from "ai";
import type { ModelProvider, ProviderAccess } from "../model-access.ts";
import { failureOf, isBillable } from "./failure-of.ts";
import { onePost } from "./one-post.ts";
import { openLanguageModel } from "./open-model.ts";
import { readUsage } from "./read-usage.ts";
import type { ModelFailure, ModelReply } from "./reply.ts";

/** How long is waited for the first words (a model may think before it), between two pieces, and for all of an answer. */
export interface ModelTimeouts {
  firstChunkMs: number;
  chunkMs: number;
  totalMs: number;
}

export const MODEL_TIMEOUTS: ModelTimeouts = { firstChunkMs: 180_000, chunkMs: 60_000, totalMs: 600_000 };

export interface Question {
  provider: ModelProvider;
  access: ProviderAccess;
  model: string;
  instructions: string;
  text: string;
  /** What the answer has to be, in JSON; made by `portableSchema`. */
  schema: JSONSchema7;
  maxOutputTokens: number;
  timeouts: ModelTimeouts;
  signal?: AbortSignal | undefined;
  now(): Date;
}

/**
 * Asks a model by one request and answers with the text of its answer, which is to be JSON; never throws. The answer is streamed, so
 * that one that stops coming is noticed soon, and nothing on the way ends a connection that is silent for minutes.
 */
export async function askModel(question: Question): Promise<ModelReply<string>> {
  const { provider, access, model, signal } = question;
  const { firstChunkMs, chunkMs, totalMs } = question.timeouts;
  const post = onePost();
  // The client's own limit for the first words begins with the answer's headers: a server that sends none would be waited for.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new DOMException("No words came", "TimeoutError")), firstChunkMs);
  const heard: Heard = { text: "", finish: null, usage: undefined };
  try {
    const { stream } = streamText({
      model: openLanguageModel(provider, { access, model, fetch: post.fetch }),
      instructions: question.instructions,
      prompt: question.text,
      output: Output.object({ schema: jsonSchema(question.schema) }),
      maxOutputTokens: question.maxOutputTokens,
      // A retry of the client's own would be a second bill under one reservation.
      maxRetries: 0,
      timeout: { chunkMs, totalMs },
      abortSignal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
      // OpenAI keeps what is written for thirty days unless told not to.
      providerOptions: { openai: { store: false } },
      onError: () => undefined,
    });
    for await (const part of stream) {
      if (part.type === "text-delta" || part.type === "reasoning-delta") clearTimeout(timer);
      if (part.type === "text-delta") heard.text += part.text;
      if (part.type === "error") heard.error ??= part.error;
      if (part.type === "abort") heard.isAborted = true;
      if (part.type === "finish-step") {
        heard.finish = part.finishReason;
        heard.usage = part.usage.raw;
      }
    }
  } catch (error) {
    heard.error ??= error;
  } finally {
    clearTimeout(timer);
  }
  const failure = failureIn(heard, question, () => failureOf(heard.error, post, question.now()));
  return {
    isBillable: isBillable(post),
    usage: believed(provider, heard),
    outcome: failure ? { kind: "failure", failure } : { kind: "answer", answer: heard.text },
  };
}

interface Heard {
  text: string;
  finish: FinishReason | null;
  usage: unknown;
  error?: unknown;
  isAborted?: boolean;
}

/** Only what was ended on purpose, without an error on the way, is an answer. */
function failureIn(heard: Heard, { signal }: Question, broken: () => ModelFailure): ModelFailure | null {
  if (heard.isAborted || (heard.error instanceof Error && heard.error.name === "TimeoutError")) {
    return { kind: signal?.aborted ? "stopped" : "timeout" };
  }
  if (heard.error !== undefined) return signal?.aborted ? { kind: "stopped" } : broken();
  if (heard.finish === "content-filter") return { kind: "refused" };
  if (heard.finish === "length") return { kind: "truncated" };
  if (heard.finish !== "stop") return { kind: "broken", says: "The answer broke off." };
  return heard.text.trim() === "" ? { kind: "empty" } : null;
}

/** A usage that comes with an error is of a part of the answer, and words that cost nothing are not to be believed. */
function believed(provider: ModelProvider, { text, usage, error, isAborted }: Heard) {
  if (error !== undefined || isAborted) return null;
  const read = readUsage(provider, usage);
  return read !== null && text !== "" && read.output === 0 ? null : read;
}
