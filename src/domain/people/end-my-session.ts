import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { tellOrganizations } from "./internal/tell-organizations.ts";
import { personal } from "./personal.ts";

const EndMySession = z.object({ sessionId: z.uuid() });

/**
 * Ends one of the person's own sessions at once, its open streams included.
 *
 * @throws AppError NOT_FOUND when it is over already, or not theirs.
 */
export const endMySession = personal({ input: EndMySession }, async (me, { sessionId }) => {
  const { count } = await me.tx.session.updateMany({
    where: { id: sessionId, userId: me.userId, revokedAt: null },
    data: { revokedAt: me.clock.now() },
  });
  if (count === 0) throw new AppError("NOT_FOUND", "That session is over already. Load the page anew.");
  await tellOrganizations(me, (ctx) =>
    recordAudit(ctx, { action: "person.end-session", targetType: "session", targetId: sessionId }),
  );
});
