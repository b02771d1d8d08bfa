import type { TokenBuckets } from "#domain/usage/price-call.ts";

/** What a call used as the provider bills it: disjoint buckets, with reasoning inside output. */
export interface CountedTokens extends TokenBuckets {
  reasoning: number;
}

/** What a protocol reads from a request's body and path. */
export interface RequestContent {
  model: string;
  streamed: boolean;
  /** Every text that the model reads, in order. */
  prompt: string[];
  /** The answer has to be JSON; with a schema it has to satisfy that. */
  json: { schema: object | null } | null;
  maxOutputTokens: number | null;
  /** Vectors are asked for, of so many dimensions. */
  dimensions: number | null;
  /** The JSON is wanted as the input of a tool. */
  asTool?: boolean;
  /** A stream tells its usage only when it was asked to. */
  leavesOutUsage?: boolean;
}

/** What is given as an answer, before a protocol words it. */
export interface Reply {
  id: string;
  model: string;
  createdAt: Date;
  text: string;
  /** The text in the pieces in which it is streamed. */
  pieces: string[];
  ending: "complete" | "length" | "refusal";
  vectors: number[][];
  /** The usage in the provider's own shape, or whatever is claimed in its place; undefined leaves it out. */
  usage: unknown;
  /** The usage in a stream's first event, where that tells one and it is not the start of the other. */
  firstUsage?: unknown;
  asTool: boolean;
}

export interface Failure {
  status: number;
  code: string;
  message: string;
}

/** One server-sent event; a string is sent as it is. */
export interface StreamedEvent {
  name?: string;
  data: unknown;
  /** It closes the answer and tells the usage. */
  isEnding?: boolean;
}

/** How a provider's interface reads a request and words an answer. */
export interface Protocol {
  /** @throws ZodError for a body that the provider would refuse */
  read(body: unknown, path: string): RequestContent;
  usage(tokens: CountedTokens): unknown;
  whole(reply: Reply): unknown;
  events(reply: Reply): StreamedEvent[];
  failure(failure: Failure): unknown;
  /** How a failure is told in the middle of a stream, whose status was 200. */
  failureEvent(failure: Failure): StreamedEvent;
}
