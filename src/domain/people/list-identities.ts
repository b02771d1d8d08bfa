import { z } from "zod";
import { personal } from "./personal.ts";

export interface MyIdentity {
  id: string;
  provider: string;
  /** What the service called them when they last came in. */
  label: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** The accounts of other services that the person can sign in with, the oldest first. */
export const listIdentities = personal(
  { input: z.object({}) },
  (me): Promise<MyIdentity[]> =>
    me.tx.identity.findMany({
      where: { userId: me.userId },
      orderBy: { createdAt: "asc" },
      select: { id: true, provider: true, label: true, createdAt: true, lastUsedAt: true },
    }),
);
