import { isSecure, ownCookie } from "../own-cookie.ts";

const MINUTES_VALID = 15;

/** How long a handshake may take, from the button to the callback. */
export const HANDSHAKE_SECONDS = MINUTES_VALID * 60;

/** The cookies of a handshake. */
export function cookieNames() {
  return {
    state: ownCookie("provider-state"),
    nonce: ownCookie("provider-nonce"),
    pkce: ownCookie("provider-pkce"),
    csrf: ownCookie("provider-csrf"),
    purpose: ownCookie("provider-purpose"),
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
