import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { type Clock, systemClock } from "#platform/clock.ts";
import { answerCall, sendJson } from "./answer-call.ts";
import { type Controls, control } from "./control.ts";
import { type Fault, FaultRule, faultAskedFor } from "./faults.ts";
import { findProtocol } from "./find-protocol.ts";
import { AnswerRule, type ModelAnswer } from "./make-answer.ts";
import { type ModelCall, NO_TOKENS } from "./model-call.ts";
import type { ModelRequest } from "./model-request.ts";
import type { Failure, Protocol, Reply } from "./protocol.ts";
import { describeRequest, readBody } from "./read-request.ts";
import { RuleQueue } from "./rule-queue.ts";

export interface ModelServerOptions {
  port?: number;
  /** What arrival times and `Retry-After` dates are told by. */
  clock?: Clock;
  seed?: number;
  /** What the model says where no rule does; null leaves it to the request's hash. */
  answer?: (request: ModelRequest) => ModelAnswer | null;
  /** What goes wrong where no rule and no request says so. */
  faultFor?: (request: ModelRequest, call: ModelCall) => Fault | null;
}

export interface ModelServer extends Controls {
  url: string;
  /** The base URLs that each provider's client takes. */
  openaiUrl: string;
  anthropicUrl: string;
  googleUrl: string;
  /** When no call is open any more: a client knows of its leaving before the server does. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A model provider on this machine that speaks OpenAI's, Anthropic's and Google's HTTP, streams, answers the same to the same,
 * fails on demand and keeps a ledger of what it would bill.
 *
 * Written by hand because no library served when it was: `@copilotkit/aimock` 1.43 speaks real HTTP and has faults by chance, but
 * reports no cached, written or reasoning tokens for OpenAI and Anthropic, can't hang, reset or leave out a usage, makes no value
 * for a schema and does not know what it billed; `@ai-sdk/test-server` and `msw` patch `fetch` inside one process, so no worker
 * that is killed could talk to them.
 */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const { port = 0, clock = systemClock, seed = 1, answer, faultFor } = options;
  const calls: ModelCall[] = [];
  const faults = new RuleQueue<z.output<typeof FaultRule>>();
  const answers = new RuleQueue<z.output<typeof AnswerRule>>();
  const open = new Set<Promise<void>>();
  const lastReplies = new Map<string, Reply>();
  const controls: Controls = {
    calls,
    fault: (rule) => faults.add(FaultRule.parse(rule)),
    answer: (rule) => answers.add(AnswerRule.parse(rule)),
    clear: () => {
      calls.length = 0;
      faults.clear();
      answers.clear();
      lastReplies.clear();
    },
  };

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url?.split("?")[0] ?? "/";
    if (path.startsWith("/control")) return control(incoming, response, controls);
    const found = findProtocol(path);
    if (!found || incoming.method !== "POST")
      return sendJson(response, 404, { error: `There is no ${path}` });
    const { protocol, name } = found;
    const read = readContent(protocol, await readBody(incoming), path);
    if ("status" in read) return sendJson(response, read.status, protocol.failure(read));
    const request = describeRequest(name, read, incoming.headers);
    const call = openCall(request, calls.length + 1, clock.now());
    calls.push(call);
    const fault = faultAskedFor(request) ?? faults.take(request)?.fault ?? faultFor?.(request, call) ?? null;
    call.fault = fault;
    const choose = () => answers.take(request)?.answer ?? answer?.(request) ?? {};
    const last = lastReplies.get(`${name} ${request.apiKey}`) ?? null;
    const reply = await answerCall({ response, protocol, request, call, fault, choose, last, seed, clock });
    if (reply) lastReplies.set(`${name} ${request.apiKey}`, reply);
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    // A client that leaves in the middle, or a test that asks for nonsense, is no reason to end.
    const served = serve(incoming, response).catch((error) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else
        sendJson(response, 500, { error: { message: `The model server failed: ${error}`, type: "error" } });
    });
    open.add(served);
    served.finally(() => open.delete(served));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...controls,
    url,
    openaiUrl: `${url}/v1`,
    anthropicUrl: `${url}/v1`,
    googleUrl: `${url}/v1beta`,
    idle: async () => {
      while (open.size > 0) await Promise.all(open);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readContent(protocol: Protocol, body: string, path: string): ReturnType<Protocol["read"]> | Failure {
  try {
    return protocol.read(JSON.parse(body), path);
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { status: 400, code: "invalid_request", message };
  }
}

function openCall(request: ModelRequest, number: number, arrivedAt: Date): ModelCall {
  const { protocol, model, streamed, apiKey, idempotencyKey, headers } = request;
  return {
    number,
    arrivedAt,
    protocol,
    model,
    streamed,
    apiKey,
    idempotencyKey,
    headers,
    fault: null,
    answerId: null,
    status: null,
    retryNotBefore: null,
    charged: NO_TOKENS,
    reported: undefined,
    outcome: "open",
  };
}
