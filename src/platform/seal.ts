import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
/** Names the key and the layout, so that a later key can stand beside this one. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what must be read again (AES-256-GCM, NIST SP 800-38D): version, nonce, ciphertext, tag. `boundTo` says whose it is; it is not
 * stored, and what was sealed for one opens for no other.
 */
export function seal(key: Buffer, plain: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = [cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, ...sealed]));
}

/**
 * Opens what `seal` made.
 *
 * @throws Error when it was altered, moved to somebody else, or sealed under another key
 */
export function unseal(key: Buffer, sealed: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) {
    throw new Error("A sealed secret has a form that is not known.");
  }
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = decipher.update(bytes.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  return new Uint8Array(Buffer.concat([plain, decipher.final()]));
}
