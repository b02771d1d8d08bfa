import type { Env } from "./env.ts";

/**
 * The Content-Security-Policy of a page (CSP Level 3). Only scripts that carry the nonce run, and those that such a script loads;
 * styles are ours, and nothing is fetched from or sent to another place.
 */
export function pagePolicy(nonce: string, settings: Pick<Env, "NODE_ENV" | "ORIGIN">): string {
  const isHttps = settings.ORIGIN?.startsWith("https:") ?? false;
  // React rebuilds the server's error stacks with eval, and Next.js puts its overlay's styles in by script: while developing only.
  const isDevelopment = settings.NODE_ENV === "development";
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // React hides drawings that arrive in pieces, and Base UI the fields behind its own, by an attribute. None of ours has one.
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(isHttps ? ["upgrade-insecure-requests"] : [])].join("; ");
}
