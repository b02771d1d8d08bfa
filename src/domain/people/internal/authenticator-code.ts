import { Secret, TOTP } from "otpauth";

/** What every authenticator app understands; other settings are ignored by some of them. */
const SETTINGS = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** One step early or late: clocks differ, and a code is typed slowly (RFC 6238, section 5.2). */
const WINDOW = 1;

/** A new secret of 160 bits (RFC 4226, section 4). */
export function newAuthenticatorSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/**
 * The time step whose code this is, or null when it is the code of none that is near (RFC 6238). Spaces between the digits do not
 * count.
 */
export function stepOfCode(secret: Uint8Array, typed: string, at: Date): bigint | null {
  const token = typed.replace(/\s/g, "");
  if (!/^[0-9]{6}$/.test(token)) return null;
  const timestamp = at.getTime();
  const delta = TOTP.validate({ ...SETTINGS, secret: secretOf(secret), token, timestamp, window: WINDOW });
  return delta === null ? null : BigInt(TOTP.counter({ period: SETTINGS.period, timestamp }) + delta);
}

/** What a phone reads from the picture, and what is typed instead: base 32 in groups of four. */
export function describeSecret(secret: Uint8Array, account: string): { uri: string; typed: string } {
  const held = secretOf(secret);
  const uri = new TOTP({ ...SETTINGS, issuer: "Episodic", label: account, secret: held }).toString();
  return { uri, typed: held.base32.replace(/(.{4})(?=.)/g, "$1 ") };
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
