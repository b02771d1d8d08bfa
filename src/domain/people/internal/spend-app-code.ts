import { unseal } from "#platform/seal.ts";
import type { TxMe } from "../personal.ts";
import { stepOfCode } from "./authenticator-code.ts";

/** Uses up a code of the person's confirmed app: true once, for a code of this moment that is later than every one before. */
export async function spendAppCode(me: TxMe, typed: string): Promise<boolean> {
  const { tx, userId } = me;
  const app = await tx.authenticatorApp.findUnique({
    where: { userId, confirmedAt: { not: null } },
    select: { id: true, sealedSecret: true },
  });
  if (!app) return false;
  const secret = unseal(me.keys("authenticator-app"), app.sealedSecret, userId);
  const step = stepOfCode(secret, typed, me.clock.now());
  if (step === null) return false;
  const { count } = await tx.authenticatorApp.updateMany({
    where: { id: app.id, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}
