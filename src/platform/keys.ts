import { hkdfSync } from "node:crypto";

/** What a key is for. Each purpose has its own, so that what one of them protects says nothing of another. */
export type KeyPurpose =
  | "audit-seal"
  | "authenticator-app"
  | "invitation"
  | "known-device"
  | "provider-handshake"
  | "rate-limit"
  | "recovery-code"
  | "sign-in-code";

/** Gives the key of 256 bits for a purpose. */
export type Keys = (purpose: KeyPurpose) => Buffer;

/** Keys that follow from the installation's secret by HKDF-SHA-256 (RFC 5869); nothing of them is stored. */
export function keysFrom(secret: string): Keys {
  const made = new Map<KeyPurpose, Buffer>();
  return (purpose) => {
    const key = made.get(purpose) ?? Buffer.from(hkdfSync("sha256", secret, "episodic", purpose, 32));
    made.set(purpose, key);
    return key;
  };
}
