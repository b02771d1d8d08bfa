import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { getOpenInvitation } from "./internal/get-open-invitation.ts";
import { invitationToken } from "./internal/invitation-token.ts";
import { command } from "./verb.ts";

/**
 * The token of an invitation's link, to be handed over by the one who asks. Who comes by it has not proven that the address is theirs.
 *
 * @throws AppError NOT_FOUND for an invitation that is not there or not open, NOT_NOW when it has expired
 */
export const showInvitationLink = command(
  { needs: "member.invite", input: z.object({ invitationId: z.string() }) },
  async (ctx, { invitationId }) => {
    const { id, linkNumber, expiresAt } = await getOpenInvitation(ctx, invitationId);
    if (expiresAt <= ctx.clock.now()) {
      throw new AppError("NOT_NOW", "This invitation has expired. Send it again, then copy its new link.");
    }
    await recordAudit(ctx, {
      action: "invitation.show-link",
      targetType: "invitation",
      targetId: id,
      after: { linkNumber },
    });
    const link = { organizationId: ctx.organizationId, invitationId: id, travel: "hand" } as const;
    return { token: invitationToken(ctx.keys, link, linkNumber), expiresAt };
  },
);
