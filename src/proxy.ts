import { type NextRequest, NextResponse } from "next/server";
import { env } from "#platform/env.ts";
import { pagePolicy } from "#platform/page-policy.ts";

/** Every path but the built files and the API: those are no documents of ours, and the server lets nothing run in them. */
export const config = { matcher: "/((?!_next/static/|api/).*)" };

/**
 * Gives every page its Content-Security-Policy, with a nonce that Next.js finds in the request and puts on the scripts it sends. That is
 * all: whether somebody may see a page is asked by the verbs, which no header and no odd address goes around.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, env());
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}
