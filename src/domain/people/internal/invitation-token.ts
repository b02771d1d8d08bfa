import { createHmac, timingSafeEqual } from "node:crypto";
import type { Keys } from "#platform/keys.ts";

/** How a link travels: a mail proves the address that it was sent to, a link that an administrator hands over proves nothing. */
export type LinkTravel = "mail" | "hand";

export interface InvitationLink {
  organizationId: string;
  invitationId: string;
  travel: LinkTravel;
}

const TRAVELS: readonly LinkTravel[] = ["mail", "hand"];
const ID_BYTES = 16;
const TAG_AT = 2 * ID_BYTES + 1;
const TOKEN_BYTES = TAG_AT + 32;

/**
 * The token of an invitation's link: the ids, how it travels, and an HMAC-SHA-256 over them and the number of the link. Nothing of it
 * is stored; a higher number makes it worthless.
 */
export function invitationToken(keys: Keys, link: InvitationLink, linkNumber: number): string {
  const head = Buffer.concat([
    idBytes(link.organizationId),
    idBytes(link.invitationId),
    Buffer.from([TRAVELS.indexOf(link.travel)]),
  ]);
  return Buffer.concat([head, tag(keys, head, linkNumber)]).toString("base64url");
}

/** What a token says of itself, before anything is proven; null for what is no token. */
export function readInvitationToken(token: string): InvitationLink | null {
  const bytes = bytesOf(token);
  const travel = bytes && TRAVELS[bytes[TAG_AT - 1] ?? TRAVELS.length];
  if (!bytes || !travel) return null;
  return {
    organizationId: idOf(bytes.subarray(0, ID_BYTES)),
    invitationId: idOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)),
    travel,
  };
}

/** True when the token is ours, and of that number. */
export function isInvitationToken(keys: Keys, token: string, linkNumber: number): boolean {
  const bytes = bytesOf(token);
  if (!bytes) return false;
  return timingSafeEqual(bytes.subarray(TAG_AT), tag(keys, bytes.subarray(0, TAG_AT), linkNumber));
}

function tag(keys: Keys, head: Buffer, linkNumber: number): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32BE(linkNumber);
  return createHmac("sha256", keys("invitation")).update(head).update(number).digest();
}

/** Two spellings of one token are two tokens: what does not encode back to itself is none. */
function bytesOf(token: string): Buffer | null {
  const bytes = Buffer.from(token, "base64url");
  return bytes.length === TOKEN_BYTES && bytes.toString("base64url") === token ? bytes : null;
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
