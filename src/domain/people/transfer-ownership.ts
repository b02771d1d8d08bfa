import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { command } from "./verb.ts";

/**
 * Hands the organization over: the other member becomes an owner, the one who asks an administrator.
 *
 * @throws AppError NOT_FOUND for who is no member here; INVALID for oneself, and unless `name` is the organization's, typed by who
 *   hands it over; CONFLICT when who asks is no owner any more
 */
export const transferOwnership = command(
  { needs: "organization.transfer", input: z.object({ userId: z.string(), name: z.string().trim() }) },
  async (ctx, input) => {
    const { tx, organizationId, actor } = ctx;
    if (actor.kind !== "user")
      throw new AppError("FORBIDDEN", "Only a person can hand an organisation over.");
    // Two owners who hand it over to each other at once wait here for each other.
    await tx.$queryRaw`select 1 from organization where id = ${organizationId}::uuid for no key update`;
    const member = await memberToChange(ctx, input.userId);
    const { name } = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { name: true },
    });
    if (input.name !== name.trim()) {
      throw new AppError("INVALID", "That is not the name of the organisation.", {
        fields: { name: `Type the name exactly as it stands here: ${name}` },
      });
    }
    if (member.userId === actor.userId)
      throw new AppError("INVALID", "It is yours already. Choose another member.");
    await tx.membership.update({
      where: { organizationId_userId: { organizationId, userId: member.userId } },
      data: { role: "OWNER", projectAccess: "ALL" },
    });
    await tx.projectGrant.deleteMany({ where: { organizationId, userId: member.userId } });
    const { count } = await tx.membership.updateMany({
      where: { organizationId, userId: actor.userId, role: "OWNER" },
      data: { role: "ADMIN" },
    });
    if (count === 0)
      throw new AppError("CONFLICT", "You are no owner any more, so it is not yours to hand over.");
    await recordAudit(ctx, {
      action: "organization.transfer",
      targetType: "member",
      targetId: member.userId,
      before: { newOwner: member.role, formerOwner: "OWNER" },
      after: { newOwner: "OWNER", formerOwner: "ADMIN" },
    });
    await recordEvent(ctx, { type: "ownership_transferred", data: { memberId: member.userId } });
    return { userId: member.userId };
  },
);
