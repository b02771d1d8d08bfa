import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { getOpenInvitation } from "./internal/get-open-invitation.ts";
import { command } from "./verb.ts";

/**
 * Takes an invitation back: its links are worthless at once.
 *
 * @throws AppError NOT_FOUND for an invitation that is not there or not open
 */
export const revokeInvitation = command(
  { needs: "member.invite", input: z.object({ invitationId: z.string() }) },
  async (ctx, { invitationId }) => {
    const { id, email, role } = await getOpenInvitation(ctx, invitationId);
    await ctx.tx.invitation.update({ where: { id }, data: { revokedAt: ctx.clock.now() } });
    await recordAudit(ctx, {
      action: "invitation.revoke",
      targetType: "invitation",
      targetId: id,
      before: { email, role },
    });
    await recordEvent(ctx, { type: "invitation_revoked", data: { invitationId: id } });
    return { invitationId: id };
  },
);
