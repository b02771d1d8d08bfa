import type { IncomingMessage } from "node:http";
import { MAX_SOURCE_BYTES } from "#domain/sources/max-source-bytes.ts";

/** Why a request goes no further, in words for whoever sent it. */
export interface Refusal {
  status: number;
  text: string;
  headers?: Record<string, string>;
}

const MEGABYTE = 1024 * 1024;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const READING = ["GET", "HEAD", "OPTIONS"];

const UPLOAD = /^\/projects\/[^/]+\/sources\/upload$/;

/** How large a body may be, in bytes, and how long it may take to arrive. One megabyte is also what Next.js lets an action have. */
export function bodyLimit(url: string): { bytes: number; seconds: number } {
  const [path = ""] = url.split("?");
  return UPLOAD.test(path)
    ? { bytes: MAX_SOURCE_BYTES, seconds: 300 }
    : { bytes: path.startsWith("/api/") ? MEGABYTE / 4 : MEGABYTE, seconds: 30 };
}

/** Looks at a request before anything else does; null when it may go on. `origin` is the one address that people open. */
export function judgeRequest(
  { method = "GET", url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  origin: string,
): Refusal | null {
  if (!METHODS.includes(method)) {
    const headers = { Allow: METHODS.join(", ") };
    return { status: 405, text: `${method} is not understood here.`, headers };
  }
  if (!isOnePath(url)) return { status: 404, text: "There is nothing here: the address is malformed." };
  const { bytes } = bodyLimit(url);
  if (Number(headers["content-length"] ?? 0) > bytes) return tooLarge(bytes);
  // Next.js would refuse it too, as a fault of ours. What names no origin is checked further in: not every client is a browser.
  const isFromElsewhere = headers.origin !== undefined && headers.origin !== origin;
  if (isFromElsewhere && !READING.includes(method) && !url.startsWith("/api/")) {
    return { status: 403, text: `Open Episodic at ${origin} and try again there. Nothing was changed.` };
  }
  return null;
}

/**
 * An address that everyone on the way reads as the same path: whole escapes, no doubled, backward or encoded slashes, no encoded dots
 * or zeros. The doubled ones matter most: "//evil.example" is another site to a browser.
 */
function isOnePath(url: string): boolean {
  const [path = ""] = url.split("?");
  if (!/^\/[\x21-\x7e]*$/.test(url) || /\/\/|[\\#]|%(?:2f|5c|2e|00)/i.test(path)) return false;
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return false;
  try {
    return decodeURIComponent(path) !== "";
  } catch {
    return false;
  }
}

export function tooLarge(bytes: number): Refusal {
  const most = bytes >= MEGABYTE ? `${bytes / MEGABYTE} MB` : `${bytes / 1024} KB`;
  return {
    status: 413,
    text: `This is larger than ${most}, the most that is taken here. Send less at once.`,
  };
}
