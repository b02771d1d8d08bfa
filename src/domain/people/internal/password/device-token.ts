import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keys } from "#platform/keys.ts";
import { newToken } from "#platform/secrets.ts";

/** Of the nonce, and of the HMAC that follows it. */
const LETTERS = 43;
/** As many accounts as one browser is remembered for; the one that signed in longest ago is forgotten first. */
const MOST_ACCOUNTS = 5;
const LONGEST = MOST_ACCOUNTS * 2 * (LETTERS + 1);
const MARK = /^[\w-]{86}$/;

/**
 * What a browser is known to an account by: a nonce, under a key that nobody else has (the device cookie of OWASP's "Slow Down Online
 * Guessing Attacks"). Gives the nonce, or null for a browser that never signed in to the account.
 */
export function findNonce(keys: Keys, userId: string, deviceToken: string | null | undefined): string | null {
  return (
    marksIn(deviceToken)
      .find((mark) => isFor(keys, userId, mark))
      ?.slice(0, LETTERS) ?? null
  );
}

/** The token by which a browser is known to this account too, from the one that it showed, if any. */
export function deviceTokenWith(keys: Keys, userId: string, deviceToken: string | null | undefined): string {
  const marks = marksIn(deviceToken);
  const mine = marks.find((mark) => isFor(keys, userId, mark)) ?? markFor(keys, userId, newToken());
  return [mine, ...marks.filter((mark) => mark !== mine)].slice(0, MOST_ACCOUNTS).join(".");
}

function marksIn(deviceToken: string | null | undefined): string[] {
  if (!deviceToken || deviceToken.length > LONGEST) return [];
  return deviceToken.split(".").filter((mark) => MARK.test(mark));
}

function isFor(keys: Keys, userId: string, mark: string): boolean {
  const expected = markFor(keys, userId, mark.slice(0, LETTERS));
  return timingSafeEqual(Buffer.from(mark), Buffer.from(expected));
}

function markFor(keys: Keys, userId: string, nonce: string): string {
  return nonce + createHmac("sha256", keys("known-device")).update(`${userId} ${nonce}`).digest("base64url");
}
