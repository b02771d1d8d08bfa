import type { Tx } from "#platform/database.ts";

/** Takes every session and every way to sign in away from a person. */
export async function forgetWaysIn(tx: Tx, userId: string, email: string): Promise<void> {
  const ofPerson = { where: { userId } };
  await tx.session.deleteMany(ofPerson);
  await tx.signInToken.deleteMany({ where: { OR: [{ userId }, { email }] } });
  await tx.identity.deleteMany(ofPerson);
  await tx.authenticatorApp.deleteMany(ofPerson);
  await tx.recoveryCode.deleteMany(ofPerson);
  await tx.passkey.deleteMany(ofPerson);
  await tx.passkeyChallenge.deleteMany(ofPerson);
}
