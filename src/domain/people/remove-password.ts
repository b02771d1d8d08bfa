import { z } from "zod";
import { tellOfPassword } from "./internal/password/tell-of-password.ts";
import { personal } from "./personal.ts";

/**
 * Takes the password away: from then on the person comes in by a link, a passkey or another service. Their other sessions end. Without
 * a password nothing changes.
 */
export const removePassword = personal({ input: z.object({}), needsRecentProof: true }, async (me) => {
  const { count } = await me.tx.user.updateMany({
    where: { id: me.userId, passwordHash: { not: null } },
    data: { passwordHash: null },
  });
  return count === 0 ? { endedSessions: 0 } : tellOfPassword(me, "person.remove-password");
});
