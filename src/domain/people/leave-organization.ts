import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { endMembership } from "./internal/end-membership.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { command } from "./verb.ts";

/**
 * Leaves the organization that one is in. What one wrote and added stays.
 *
 * @throws AppError CONFLICT for its last owner; INVALID unless `name` is the organization's, typed by who leaves
 */
export const leaveOrganization = command(
  { needs: "organization.leave", input: z.object({ name: z.string().trim() }) },
  async (ctx, { name }) => {
    const { tx, organizationId, actor } = ctx;
    if (actor.kind !== "user") throw new AppError("FORBIDDEN", "Only a person can leave an organisation.");
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true },
    });
    if (name !== organization.name.trim()) {
      throw new AppError("INVALID", "That is not the name of the organisation.", {
        fields: { name: `Type the name exactly as it stands here: ${organization.name}` },
      });
    }
    const { userId, role } = await memberToChange(ctx, actor.userId);
    await recordEvent(ctx, { type: "member_left", data: {} });
    await endMembership(ctx, userId);
    await recordAudit(ctx, {
      action: "member.leave",
      targetType: "member",
      targetId: userId,
      before: { role },
    });
    return { userId };
  },
);
