import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { tellOrganizations } from "./internal/tell-organizations.ts";
import { personal } from "./personal.ts";

/** Ends every session of the person but the one that asks, at once; gives how many that were. */
export const endMyOtherSessions = personal({ input: z.object({}) }, async (me): Promise<number> => {
  const now = me.clock.now();
  const { count } = await me.tx.session.updateMany({
    where: { userId: me.userId, id: { not: me.sessionId }, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  });
  if (count > 0) {
    const entry = { action: "person.end-other-sessions", targetType: "user", targetId: me.userId } as const;
    await tellOrganizations(me, (ctx) => recordAudit(ctx, { ...entry, after: { ended: count } }));
  }
  return count;
});
