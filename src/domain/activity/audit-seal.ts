import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import type { Keys } from "#platform/keys.ts";

/** The last row of an organization's log, and from which row on all of them are sealed. */
export interface AuditHead {
  organizationId: string;
  sequence: bigint;
  hash: Uint8Array;
  sealedFrom: bigint;
}

/** A seal shows that this installation made a hash: no user of the database, not even a superuser, knows the key. */
export function sealOfRow(keys: Keys, hash: Uint8Array): Uint8Array<ArrayBuffer> {
  return hmac(keys, hash);
}

/** The seal of a head covers all of it. Its text is longer than a hash, so that no seal of a row is one of a head. */
export function sealOfHead(keys: Keys, head: AuditHead): Uint8Array<ArrayBuffer> {
  const hash = Buffer.from(head.hash).toString("hex");
  const text = `audit head\n${head.organizationId}\n${head.sequence}\n${hash}\n${head.sealedFrom}`;
  return hmac(keys, text);
}

/** True when both are the same bytes; null is no seal at all. */
export function isSeal(given: Uint8Array | null, right: Uint8Array): boolean {
  return given !== null && given.length === right.length && timingSafeEqual(given, right);
}

const prepared = new WeakMap<Keys, KeyObject>();

/** Preparing the key takes three times as long as using it, and a log has many rows. */
function hmac(keys: Keys, data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const key = prepared.get(keys) ?? createSecretKey(keys("audit-seal"));
  prepared.set(keys, key);
  return new Uint8Array(createHmac("sha256", key).update(data).digest());
}
