import { env } from "#platform/env.ts";

const MINUTES_VALID = 15;

/** How long a handshake may take, from the button to the callback. */
export const HANDSHAKE_SECONDS = MINUTES_VALID * 60;

/** The cookies of a handshake. Over https the browser itself keeps them to this host (`__Host-`, RFC 6265bis, section 4.1.3). */
export function cookieNames() {
  const prefix = isSecure() ? "__Host-episodic" : "episodic";
  return {
    state: `${prefix}-provider-state`,
    nonce: `${prefix}-provider-nonce`,
    pkce: `${prefix}-provider-pkce`,
    csrf: `${prefix}-provider-csrf`,
    purpose: `${prefix}-provider-purpose`,
  };
}

/** Lax: the callback is a navigation that begins at the service. */
export function handshakeCookie() {
  return {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    maxAge: HANDSHAKE_SECONDS,
  } as const;
}

const isSecure = (): boolean => env().ORIGIN?.startsWith("https:") ?? false;
