import type { ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./faults.ts";
import type { ModelCall } from "./model-call.ts";
import type { Protocol, Reply, StreamedEvent } from "./protocol.ts";

/** What a failing stream says. */
const OVERLOADED = { status: 503, code: "overloaded", message: "The model is overloaded. Try again later." };

interface Sending {
  response: ServerResponse;
  protocol: Protocol;
  reply: Reply;
  isStreamed: boolean;
  fault: Fault | null;
}

/** Sends an answer, with what is to go wrong on the way. Says how it ended. */
export async function sendReply(sending: Sending): Promise<ModelCall["outcome"]> {
  const { response, fault } = sending;
  // A client that leaves while it waits is no error, and gets no more.
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    if (fault?.kind === "hang" && fault.afterEvents === undefined) return await untilGone(gone.signal);
    return sending.isStreamed
      ? await sendEvents(sending, gone.signal)
      : await sendWhole(sending, gone.signal);
  } catch (error) {
    if (gone.signal.aborted) return "left";
    throw error;
  }
}

async function sendWhole(
  { response, protocol, reply, fault }: Sending,
  gone: AbortSignal,
): Promise<ModelCall["outcome"]> {
  if (fault?.kind === "slow") await delay(fault.delayMs, undefined, { signal: gone });
  const text = JSON.stringify(protocol.whole(reply));
  const body = fault?.kind === "malformed" ? text.slice(0, -1).replace(":", ";") : text;
  const half = body.slice(0, Math.floor(body.length / 2));
  const isCleanlyCut = fault?.kind === "cut" && fault.cleanly === true;
  const length = Buffer.byteLength(isCleanlyCut ? half : body);
  response.writeHead(200, {
    ...headers(reply),
    "content-type": "application/json",
    "content-length": length,
  });
  if (fault?.kind !== "cut") {
    response.end(body);
    return "answered";
  }
  await write(response, half);
  if (isCleanlyCut) response.end();
  else response.destroy();
  return "cut";
}

async function sendEvents(
  { response, protocol, reply, fault }: Sending,
  gone: AbortSignal,
): Promise<ModelCall["outcome"]> {
  const events = protocol.events(reply);
  const stop = stopAfter(fault, events.length);
  response.writeHead(200, {
    ...headers(reply),
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
  });
  for (const [at, event] of withDuplicates(events, fault).entries()) {
    if (at === stop) break;
    if (fault?.kind === "slow") await delay(fault.delayMs, undefined, { signal: gone });
    const isBroken = fault?.kind === "malformed" && at === Math.floor(events.length / 2);
    response.write(isBroken ? lines(event).replace('"', "'") : lines(event));
    if (gone.aborted) return "left";
  }
  if (fault?.kind === "hang") return await untilGone(gone);
  if (fault?.kind === "stream-error") response.write(lines(protocol.failureEvent(OVERLOADED)));
  if (fault?.kind !== "cut" || fault.cleanly) {
    response.end();
    return fault?.kind === "cut" || fault?.kind === "stream-error" ? "cut" : "answered";
  }
  await write(response, ": \n\n");
  response.destroy();
  return "cut";
}

/** How many events are sent before it goes wrong; null for all. */
function stopAfter(fault: Fault | null, count: number): number | null {
  if (fault?.kind === "hang") return fault.afterEvents ?? 0;
  if (fault?.kind === "cut" || fault?.kind === "stream-error")
    return fault.afterEvents ?? Math.floor(count / 2);
  return null;
}

function withDuplicates(events: StreamedEvent[], fault: Fault | null): StreamedEvent[] {
  if (fault?.kind !== "duplicate" || fault.what !== "ending") return events;
  const ending = events.filter(({ isEnding }) => isEnding);
  const last = events.findLastIndex(({ isEnding }) => isEnding);
  return [...events.slice(0, last + 1), ...ending, ...events.slice(last + 1)];
}

function lines({ name, data }: StreamedEvent): string {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${text}\n\n`;
}

const headers = ({ id }: Reply) => ({ "x-request-id": `req_${id}` });

/** Resolves once the bytes have been handed on, so that a connection broken next still carries them. */
function write(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => response.write(text, () => resolve()));
}

function untilGone(gone: AbortSignal): Promise<"left"> {
  if (gone.aborted) return Promise.resolve("left");
  return new Promise((resolve) => gone.addEventListener("abort", () => resolve("left"), { once: true }));
}
