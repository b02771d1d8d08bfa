import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { requireEnv } from "#platform/env.ts";
import type { Keys } from "#platform/keys.ts";
import { log } from "#platform/log.ts";
import type { ConfiguredProvider } from "./configured-providers.ts";
import { cookieNames, handshakeCookie } from "./handshake-cookies.ts";

/** The request that next-auth is shown: made by us of what we mean it to see, and of nothing else that a browser sent. */
export interface HandshakeStep {
  action: "csrf" | "signin" | "callback";
  method: "GET" | "POST";
  provider: ConfiguredProvider;
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
}

export interface HandshakeAnswer {
  /** Where it would lead the browser. */
  location: string | null;
  /** Its `Set-Cookie` lines. */
  cookies: string[];
  body: unknown;
}

/** Who came back, in next-auth's words; it has checked state, PKCE, nonce, signature, issuer, audience and time. */
export interface Arrival {
  subject: string;
  claims: Record<string, unknown>;
}

/** Where next-auth lives as far as it knows; its pages are ours. */
export function handshakeBase(): string {
  return `${new URL(requireEnv("ORIGIN")).origin}/api/auth`;
}

/**
 * Takes one step of a handshake by next-auth's own handler. `onArrival` hears who came back; that is as far as next-auth goes: it is
 * always told to lead elsewhere, so it never makes a session of its own.
 */
export async function runNextAuth(
  keys: Keys,
  { action, method, provider, query = {}, body = {}, cookies = {} }: HandshakeStep,
  onArrival: (arrival: Arrival) => void = () => undefined,
): Promise<HandshakeAnswer> {
  // biome-ignore lint/style/noProcessEnv: it is written, not read; next-auth can be told its origin in no other way
  process.env.NEXTAUTH_URL = handshakeBase();
  const request = {
    method,
    headers: {},
    cookies,
    body,
    query: { ...query, nextauth: [action, provider.id] },
  };
  const answer: HandshakeAnswer = { location: null, cookies: [], body: undefined };
  // Of the two objects of Next's older interface next-auth uses these parts (next-auth/next/index.js, NextAuthApiHandler).
  await NextAuth(
    request as unknown as NextApiRequest,
    responseInto(answer) as unknown as NextApiResponse,
    optionsFor(keys, provider, onArrival),
  );
  return answer;
}

function optionsFor(
  keys: Keys,
  { id, config }: ConfiguredProvider,
  onArrival: (arrival: Arrival) => void,
): NextAuthOptions {
  const names = cookieNames();
  const cookie = (name: string) => ({ name, options: handshakeCookie() });
  return {
    providers: [config],
    secret: keys("provider-handshake").toString("base64url"),
    session: { strategy: "jwt" },
    cookies: {
      state: cookie(names.state),
      nonce: cookie(names.nonce),
      pkceCodeVerifier: cookie(names.pkce),
      csrfToken: cookie(names.csrf),
    },
    callbacks: {
      signIn: ({ account, profile }) => {
        if (account && profile) {
          onArrival({ subject: account.providerAccountId, claims: { ...profile } });
        }
        return "/";
      },
      redirect: ({ baseUrl }) => baseUrl,
    },
    logger: {
      // Its details hold codes and tokens; its messages do not.
      error: (code, { message }) => log.warn({ provider: id, code, reason: message }, "a handshake failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function responseInto(answer: HandshakeAnswer) {
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === "Set-Cookie" ? answer.cookies : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name === "Set-Cookie") answer.cookies = [value].flat();
      if (name === "Location") answer.location = String(value);
      return response;
    },
    json: (body: unknown) => {
      answer.body = body;
    },
    send: (body: unknown) => {
      answer.body = body;
    },
    end: () => undefined,
  };
  return response;
}
