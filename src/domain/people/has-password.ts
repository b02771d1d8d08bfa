import { z } from "zod";
import { personal } from "./personal.ts";

/** Whether the person has a password; asked by their own pages. */
export const hasPassword = personal({ input: z.object({}) }, async ({ tx, userId }): Promise<boolean> => {
  const found = await tx.user.count({ where: { id: userId, passwordHash: { not: null } } });
  return found === 1;
});
