import { createHash, randomBytes } from "node:crypto";

/** A fresh bearer token: 256 random bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. A plain hash will do: the token is random, so there is nothing to guess. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
