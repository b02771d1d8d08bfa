import { createHmac } from "node:crypto";
import type { Keys } from "#platform/keys.ts";
import { newReadableCode, readReadableCode } from "#platform/readable-code.ts";
import type { TxMe } from "../personal.ts";

const HOW_MANY = 10;

/** Makes the codes anew; those that were there before are worthless from now on. What is given here is stored nowhere. */
export async function replaceRecoveryCodes(me: TxMe): Promise<string[]> {
  const { tx, userId, keys } = me;
  const codes = Array.from({ length: HOW_MANY }, newReadableCode);
  const createdAt = me.clock.now();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ userId, codeHash: hashCode(keys, userId, code), createdAt })),
  });
  return codes;
}

/** Codes with the first factor; who has some left keeps them, and null is given. */
export async function giveFirstRecoveryCodes(me: TxMe): Promise<string[] | null> {
  return (await countRecoveryCodes(me)) > 0 ? null : replaceRecoveryCodes(me);
}

/** Uses a code up. Two uses at once: one is true. */
export async function spendRecoveryCode(me: TxMe, typed: string): Promise<boolean> {
  const { tx, userId, keys } = me;
  const { count } = await tx.recoveryCode.updateMany({
    where: { userId, codeHash: hashCode(keys, userId, typed), usedAt: null },
    data: { usedAt: me.clock.now() },
  });
  return count === 1;
}

export async function countRecoveryCodes({ tx, userId }: TxMe): Promise<number> {
  return tx.recoveryCode.count({ where: { userId, usedAt: null } });
}

/** Keyed, because 50 bits could be guessed from a plain hash; and bound to the person. */
function hashCode(keys: Keys, userId: string, typed: string): Uint8Array<ArrayBuffer> {
  const hmac = createHmac("sha256", keys("recovery-code"));
  return new Uint8Array(hmac.update(`${userId}:${readReadableCode(typed)}`).digest());
}
