import { createHmac, randomInt } from "node:crypto";
import type { Keys } from "#platform/keys.ts";

/** Consonants that can't be mistaken for one another and make no words (RFC 8628, section 6.1). */
const ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
const LETTERS = 8;

/** A fresh code of eight letters: one of 25.6 thousand million. */
export function newSignInCode(): string {
  return Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** As people read it: `WDJB-MJHT`. */
export function showSignInCode(code: string): string {
  return `${code.slice(0, LETTERS / 2)}-${code.slice(LETTERS / 2)}`;
}

/** What was typed, in any case, with or without dash and blanks; null when it can't be a code. */
export function readSignInCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, "");
  const isCode = code.length === LETTERS && [...code].every((letter) => ALPHABET.includes(letter));
  return isCode ? code : null;
}

/** What is stored of a code. It is short enough to be guessed from a plain hash, hence the key; and it is worth something in one browser only. */
export function hashSignInCode(keys: Keys, code: string, browserHash: Uint8Array): Uint8Array<ArrayBuffer> {
  const hash = createHmac("sha256", keys("sign-in-code")).update(browserHash).update(code).digest();
  return new Uint8Array(hash);
}
