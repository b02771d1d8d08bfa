import { addDays } from "date-fns";
import { z } from "zod";
import { inOrganization } from "#platform/database.ts";
import { consume } from "#platform/rate-limit.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { enqueueAccountMail } from "./internal/enqueue-account-mail.ts";
import { getOpenInvitation } from "./internal/get-open-invitation.ts";
import { INVITATION_DAYS } from "./invite-member.ts";
import { guarded } from "./verb.ts";

/**
 * Sends an invitation again, for another seven days. The links of before are worthless then.
 *
 * @throws AppError NOT_FOUND for an invitation that is not there or not open, LIMIT_REACHED when too many were sent
 */
export const resendInvitation = guarded(
  { needs: "member.invite", input: z.object({ invitationId: z.string() }) },
  async (ctx, { invitationId }) => {
    await consume(ctx, "invitation", ctx.organizationId);
    return inOrganization(ctx, async (inside) => {
      const { id, expiresAt } = await getOpenInvitation(inside, invitationId);
      const until = addDays(inside.clock.now(), INVITATION_DAYS);
      await inside.tx.invitation.update({
        where: { id },
        data: { linkNumber: { increment: 1 }, expiresAt: until },
      });
      await enqueueAccountMail(inside.tx, {
        mail: "invitation",
        organizationId: ctx.organizationId,
        invitationId: id,
      });
      await recordAudit(inside, {
        action: "invitation.resend",
        targetType: "invitation",
        targetId: id,
        before: { expiresAt: expiresAt.toISOString() },
        after: { expiresAt: until.toISOString() },
      });
      return { invitationId: id };
    });
  },
);
