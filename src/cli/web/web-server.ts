import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { bodyLimit, judgeRequest, type Refusal, tooLarge } from "./judge-request.ts";
import { mendHeaders } from "./mend-headers.ts";
import { securityHeaders } from "./security-headers.ts";
import { watchBody } from "./watch-body.ts";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Options {
  /** The one address that people open. */
  origin: string;
  isProduction: boolean;
  /** Who answers what may pass. */
  handle: Handle;
}

export interface WebServer {
  server: Server;
  /** Takes nothing new, ends the open streams (browsers come back for them) and lets the rest finish, for ten seconds at most. */
  stop(): Promise<void>;
}

const HEADER_SECONDS = 15;
const REQUEST_SECONDS = 310;
const STOPPING_SECONDS = 10;
const LINGER_SECONDS = 5;

/** What stands between the network and Next.js. It knows the connection, which no page and no proxy file of Next.js does. */
export function createWebServer({ origin: given, isProduction, handle }: Options): WebServer {
  const origin = new URL(given);
  const headers = securityHeaders(isProduction && origin.protocol === "https:");
  const underWay = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse, isWaiting = false) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const refusal = judgeRequest(request, origin.origin);
    if (refusal) return refuse(request, response, refusal);
    mendHeaders(request, origin);
    const limit = bodyLimit(request.url ?? "");
    watchBody(request, limit, (trouble) =>
      refuse(request, response, trouble === "large" ? tooLarge(limit.bytes) : TOO_SLOW),
    );
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (isWaiting) response.writeContinue();
    try {
      await handle(request, response);
    } catch (error) {
      console.error(error);
      refuse(request, response, { status: 500, text: "That did not work, and the fault is ours." });
    }
  };

  const server = createServer({
    headersTimeout: HEADER_SECONDS * 1_000,
    requestTimeout: REQUEST_SECONDS * 1_000,
    connectionsCheckingInterval: 5_000,
  });
  server.on("request", (request, response) => void answer(request, response));
  server.on("checkContinue", (request, response) => void answer(request, response, true));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => sayUnreadable(error, socket, headers));

  return {
    server,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const response of underWay) if (isStream(response)) response.destroy();
      const timer = setTimeout(() => server.closeAllConnections(), STOPPING_SECONDS * 1_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

const TOO_SLOW: Refusal = { status: 408, text: "The request took too long to arrive. Try again." };

/** Whoever still sends is heard out for a moment, unread: cut off at once, they would never see the answer. */
function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  if (response.headersSent) {
    request.socket.destroy();
    return;
  }
  const { status, text, headers = {} } = refusal;
  response.writeHead(status, {
    ...headers,
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : text);
  if (request.complete) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), LINGER_SECONDS * 1_000);
  request.once("end", () => clearTimeout(timer));
  socket.once("close", () => clearTimeout(timer));
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}

/** A request that can't be read has no response to set headers on. */
function sayUnreadable(error: NodeJS.ErrnoException, socket: Duplex, headers: Record<string, string>): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, text] = UNREADABLE[error.code ?? ""] ?? ["400 Bad Request", "The request can't be read."];
  const lines = Object.entries({ ...headers, "Content-Type": "text/plain; charset=utf-8" });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(
    `HTTP/1.1 ${status}\r\n${head}Connection: close\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
  );
}

const UNREADABLE: Record<string, [status: string, text: string]> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "The request's headers are too large. Clear this site's cookies and try again.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive. Try again."],
};
