import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { PEER_HEADER } from "#platform/peer-header.ts";

/** What Next.js tells itself, and what other servers take as another address or method: from outside, each is an attempt at a bypass. */
const OURS_ALONE =
  /^(?:x-(?:middleware|invoke|now|vercel|prerender|episodic|nextjs-data|matched|action-forwarded|next-resume|original-|rewrite-|http-method|method-override)|next-resume|forwarded$|content-security-policy)/;

/** Next.js asks itself for the page after an action that leads on: such a request comes from here and keeps what it was given. */
const PASS_HEADER = "x-episodic-pass";
const pass = randomBytes(32);

/**
 * Throws away what a client must not say, and says instead where the request came from and the one address that all links are made
 * of, whatever host the client named.
 */
export function mendHeaders(request: IncomingMessage, origin: URL): void {
  const { headers } = request;
  const given = Buffer.from(String(headers[PASS_HEADER] ?? ""), "base64url");
  if (given.length !== pass.length || !timingSafeEqual(given, pass)) {
    for (const name of Object.keys(headers)) if (OURS_ALONE.test(name)) delete headers[name];
    headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
    headers[PASS_HEADER] = pass.toString("base64url");
  }
  const isHttps = origin.protocol === "https:";
  headers.host = origin.host;
  headers["x-forwarded-host"] = origin.host;
  headers["x-forwarded-port"] = origin.port || (isHttps ? "443" : "80");
  headers["x-forwarded-proto"] = isHttps ? "https" : "http";
}
