import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { enqueueNotice } from "./internal/enqueue-notice.ts";
import { tellOrganizations } from "./internal/tell-organizations.ts";
import { personal } from "./personal.ts";

/**
 * Takes another service's account from the ways in.
 *
 * @throws AppError NOT_FOUND when it is not connected, or not to this person.
 */
export const disconnectIdentity = personal(
  { input: z.object({ identityId: z.uuid() }), needsRecentProof: true },
  async (me, { identityId }): Promise<void> => {
    const mine = { id: identityId, userId: me.userId };
    const held = await me.tx.identity.findUnique({ where: mine, select: { provider: true } });
    const { count } = await me.tx.identity.deleteMany({ where: mine });
    if (!held || count === 0) throw new AppError("NOT_FOUND", "That account is not connected any more.");
    await tellOrganizations(me, (ctx) =>
      recordAudit(ctx, {
        action: "person.disconnect-identity",
        targetType: "user",
        targetId: me.userId,
        before: { provider: held.provider },
      }),
    );
    await enqueueNotice(me.tx, { userId: me.userId, notice: "provider_disconnected" });
  },
);
