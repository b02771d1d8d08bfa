import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { endMembership } from "./internal/end-membership.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { command } from "./verb.ts";

/**
 * Removes a member: they are out with their next request. What they wrote and added stays.
 *
 * @throws AppError NOT_FOUND for who is no member here, FORBIDDEN above one's own role, CONFLICT for the last owner, INVALID for
 *   oneself
 */
export const removeMember = command(
  { needs: "member.remove", input: z.object({ userId: z.string() }) },
  async (ctx, input) => {
    const { userId, role } = await memberToChange(ctx, input.userId);
    if (ctx.actor.kind === "user" && ctx.actor.userId === userId) {
      throw new AppError(
        "INVALID",
        "You can't remove yourself. To go, leave the organisation under “Organisations”.",
      );
    }
    await endMembership(ctx, userId);
    await recordAudit(ctx, {
      action: "member.remove",
      targetType: "member",
      targetId: userId,
      before: { role },
    });
    await recordEvent(ctx, { type: "member_removed", data: { memberId: userId } });
    return { userId };
  },
);
