import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Keys } from "#platform/keys.ts";
import { HANDSHAKE_SECONDS } from "./handshake-cookies.ts";

const HandshakePurpose = z.object({
  provider: z.string(),
  /** The handshake that it belongs to. */
  state: z.string(),
  /** Where the service asks the person who they are. */
  address: z.url(),
  /** To sign in and go on to a path, or to connect the account to who is signed in by a session. */
  wants: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("sign-in"), to: z.string() }),
    z.object({ kind: z.literal("connect"), sessionId: z.string() }),
  ]),
});

/** What a handshake was begun for. The browser keeps it, and can neither read nor change it. */
export type HandshakePurpose = z.infer<typeof HandshakePurpose>;

/** Encrypts it for the browser (JWE, `dir` with A256GCM), valid as long as a handshake is. */
export async function sealPurpose(keys: Keys, purpose: HandshakePurpose): Promise<string> {
  return encode({ token: { ...purpose }, ...secretOf(keys), maxAge: HANDSHAKE_SECONDS });
}

/** Opens what the browser kept; null when it is missing, altered or too old. */
export async function openPurpose(keys: Keys, sealed: string | undefined): Promise<HandshakePurpose | null> {
  if (!sealed) return null;
  try {
    return HandshakePurpose.parse(await decode({ token: sealed, ...secretOf(keys) }));
  } catch {
    return null;
  }
}

function secretOf(keys: Keys) {
  return { secret: keys("provider-handshake").toString("base64url"), salt: "handshake purpose" };
}
