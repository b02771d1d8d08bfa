import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { command } from "./verb.ts";

/**
 * Ends a member's sessions that are in this organization; those in others are not its business. Gives their number.
 *
 * @throws AppError NOT_FOUND for who is no member here, FORBIDDEN above one's own role
 */
export const signMemberOut = command(
  { needs: "member.change", input: z.object({ userId: z.string() }) },
  async (ctx, input) => {
    const { tx, organizationId, clock } = ctx;
    const { userId } = await memberToChange(ctx, input.userId);
    const { count } = await tx.session.updateMany({
      where: { userId, activeOrganizationId: organizationId, revokedAt: null },
      data: { revokedAt: clock.now() },
    });
    await recordAudit(ctx, {
      action: "member.sign-out",
      targetType: "member",
      targetId: userId,
      after: { sessions: count },
    });
    await recordEvent(ctx, { type: "member_signed_out", data: { memberId: userId } });
    return { sessions: count };
  },
);
