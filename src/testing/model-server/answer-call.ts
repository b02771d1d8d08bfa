import type { ServerResponse } from "node:http";
import type { Clock } from "#platform/clock.ts";
import { embedText } from "./embed-text.ts";
import type { Fault, RetryAfter } from "./faults.ts";
import { type ModelAnswer, makeAnswer, piecesOf } from "./make-answer.ts";
import type { ModelCall } from "./model-call.ts";
import type { ModelRequest } from "./model-request.ts";
import type { CountedTokens, Protocol, Reply } from "./protocol.ts";
import { sendReply } from "./send-reply.ts";
import { wrongUsage } from "./wrong-usage.ts";

interface Answering {
  response: ServerResponse;
  protocol: Protocol;
  request: ModelRequest;
  call: ModelCall;
  fault: Fault | null;
  /** What the model is to say; asked only of a call that it works on. */
  choose: () => ModelAnswer;
  /** The last answer to the same key. */
  last: Reply | null;
  seed: number;
  clock: Clock;
}

/** Answers one call and writes into its row what came of it, the charge before a byte is sent. Gives the answer, if any. */
export async function answerCall(answering: Answering): Promise<Reply | null> {
  const { response, protocol, request, call, fault } = answering;
  if (fault?.kind === "status") return refuse(answering, fault);
  if (fault?.kind === "stream-error" && !request.streamed) return refuse(answering, { status: 503 });
  if (fault?.kind === "reset" && fault.when === "before") return reset(response, call);
  const isRepeated = fault?.kind === "duplicate" && fault.what === "answer" && answering.last !== null;
  const reply = (isRepeated ? answering.last : null) ?? makeReply(answering);
  call.answerId = reply.id;
  call.reported = reply.usage;
  if (fault?.kind === "reset") return reset(response, call);
  call.status = 200;
  call.outcome = await sendReply({ response, protocol, reply, isStreamed: request.streamed, fault });
  return reply;
}

function makeReply({ protocol, request, call, fault, choose, seed, clock }: Answering): Reply {
  const given = choose();
  const { text, ending, counted } = distort(makeAnswer(request, given, seed), fault);
  call.charged = counted;
  const claimed =
    fault?.kind === "usage"
      ? wrongUsage(fault.usage, counted, protocol)
      : (given.usage ?? protocol.usage(counted));
  const { dimensions } = request;
  return {
    id: `answer-${call.number}`,
    model: request.model,
    createdAt: clock.now(),
    text,
    pieces: piecesOf(text),
    ending,
    vectors: dimensions === null ? [] : request.prompt.map((each) => embedText(each, dimensions)),
    usage: request.leavesOutUsage ? undefined : claimed,
    firstUsage: given.firstUsage,
    asTool: request.asTool ?? false,
  };
}

type Made = Pick<Reply, "text" | "ending"> & { counted: CountedTokens };

/** Faults of the content: a model that says nothing, refuses, or stops in the middle. */
function distort(made: Made, fault: Fault | null): Made {
  const { text, counted } = made;
  switch (fault?.kind) {
    case "empty":
      return { text: "", ending: "complete", counted: { ...counted, output: counted.reasoning } };
    case "refusal":
      return { text: "I can't help with that.", ending: "refusal", counted };
    case "truncated":
      return { text: text.slice(0, Math.floor(text.length / 2)), ending: "length", counted };
    default:
      return made;
  }
}

function reset(response: ServerResponse, call: ModelCall): null {
  call.outcome = "reset";
  response.socket?.resetAndDestroy();
  return null;
}

const MESSAGES: Record<number, string> = {
  401: "The API key is not valid.",
  404: "The model does not exist or you have no access to it.",
  429: "Too many requests. Slow down.",
  503: "The model is overloaded. Try again later.",
};

type Refusal = Omit<Extract<Fault, { kind: "status" }>, "kind">;

function refuse({ response, protocol, call, clock }: Answering, { status, code, retryAfter }: Refusal): null {
  if (retryAfter) {
    const [name, value, notBefore] = retryHeader(retryAfter, clock.now());
    response.setHeader(name, value);
    call.retryNotBefore = notBefore;
  }
  const message = MESSAGES[status] ?? "The server had an error.";
  call.status = status;
  call.outcome = "failed";
  sendJson(response, status, protocol.failure({ status, code: code ?? `status_${status}`, message }));
  return null;
}

function retryHeader(
  retryAfter: RetryAfter,
  now: Date,
): [name: string, value: string, notBefore: Date | null] {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  if ("raw" in retryAfter) return ["retry-after", retryAfter.raw, null];
  if ("milliseconds" in retryAfter) {
    return ["retry-after-ms", String(retryAfter.milliseconds), later(retryAfter.milliseconds)];
  }
  if ("seconds" in retryAfter)
    return ["retry-after", String(retryAfter.seconds), later(retryAfter.seconds * 1000)];
  // Dates in headers have whole seconds.
  const date = new Date(Math.ceil(later(retryAfter.dateInSeconds * 1000).getTime() / 1000) * 1000);
  return ["retry-after", date.toUTCString(), date];
}

/** Sends a whole answer that is not a model's. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
