import { z } from "zod";
import { countRecoveryCodes } from "./internal/recovery-codes.ts";
import { personal } from "./personal.ts";

export interface MyPasskey {
  id: string;
  name: string;
  /** Kept by an account that several devices share. */
  isBackedUp: boolean;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface MyFactors {
  /** Null when none is confirmed. */
  authenticatorApp: { confirmedAt: Date } | null;
  /** The oldest first. */
  passkeys: MyPasskey[];
  recoveryCodesLeft: number;
}

/** What a person has to show beside what they know or receive; asked by their own pages, and by the one that wants to be shown it. */
export const listMyFactors = personal(
  { input: z.object({}), whileSecondIsDue: true },
  async (me): Promise<MyFactors> => {
    const { tx, userId } = me;
    const app = await tx.authenticatorApp.findUnique({ where: { userId }, select: { confirmedAt: true } });
    const passkeys = await tx.passkey.findMany({
      where: { userId },
      orderBy: { id: "asc" },
      select: { id: true, name: true, isBackedUp: true, createdAt: true, lastUsedAt: true },
    });
    return {
      authenticatorApp: app?.confirmedAt ? { confirmedAt: app.confirmedAt } : null,
      passkeys,
      recoveryCodesLeft: await countRecoveryCodes(me),
    };
  },
);
