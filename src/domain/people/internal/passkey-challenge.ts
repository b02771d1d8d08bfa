import { addMinutes } from "date-fns";
import type { Tx } from "#platform/database.ts";
import type { PasskeyPurpose } from "#platform/db/generated/enums.ts";
import { hashToken, newToken } from "#platform/secrets.ts";

const MINUTES_VALID = 5;

interface Asked {
  /** Null at a sign-in where it is not known yet who comes. */
  userId: string | null;
  purpose: PasskeyPurpose;
  now: Date;
}

/**
 * Makes what a passkey is asked to sign. The browser that asked keeps `browserToken` in a cookie; the challenge is its hash, so that
 * an answer is worth nothing in any other browser.
 */
export async function makeChallenge(
  tx: Tx,
  { userId, purpose, now }: Asked,
): Promise<{ browserToken: string; challenge: Uint8Array<ArrayBuffer> }> {
  const browserToken = newToken();
  const challenge = hashToken(browserToken);
  await tx.passkeyChallenge.create({
    data: {
      userId,
      purpose,
      challenge: asText(challenge),
      createdAt: now,
      expiresAt: addMinutes(now, MINUTES_VALID),
    },
  });
  return { browserToken, challenge };
}

/** Uses up the challenge of this browser and gives it as the answer must hold it; null when it is used, expired, or another's. */
export async function takeChallenge(
  tx: Tx,
  browserToken: string,
  { userId, purpose, now }: Asked,
): Promise<string | null> {
  const challenge = asText(hashToken(browserToken));
  const { count } = await tx.passkeyChallenge.updateMany({
    where: { challenge, userId, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1 ? challenge : null;
}

function asText(challenge: Uint8Array): string {
  return Buffer.from(challenge).toString("base64url");
}
