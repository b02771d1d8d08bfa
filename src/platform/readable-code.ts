import { randomBytes } from "node:crypto";

/** Crockford's base 32: no i, l, o or u, which are taken for others or spell words. */
const SYMBOLS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 10;

/** A code of 50 random bits to be kept on paper and typed again: `7k2mx-0pq9v`. */
export function newReadableCode(): string {
  const symbols = [...randomBytes(LENGTH)].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join("");
  return `${symbols.slice(0, LENGTH / 2)}-${symbols.slice(LENGTH / 2)}`;
}

/** The code that somebody meant: case, spaces and dashes do not count, and look-alikes are what they look like. */
export function readReadableCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
}
