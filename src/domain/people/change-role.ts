import { z } from "zod";
import { ROLES } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { keepingAnOwner } from "./internal/keeping-an-owner.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { may } from "./permissions.ts";
import { command } from "./verb.ts";

/**
 * Gives a member another role. Administrators and owners see every project, whatever was chosen before.
 *
 * @throws AppError NOT_FOUND for who is no member here; FORBIDDEN above one's own role, and for who is not an owner and makes or
 *   unmakes one; CONFLICT for the last owner
 */
export const changeRole = command(
  {
    needs: "member.change",
    input: z.object({ userId: z.string(), role: z.enum(ROLES, "Choose a role.") }),
  },
  async (ctx, { userId, role }) => {
    const { tx, organizationId, actor } = ctx;
    const member = await memberToChange(ctx, userId);
    if ([role, member.role].includes("OWNER") && !may(actor, "organization.transfer")) {
      throw new AppError(
        "FORBIDDEN",
        "Only an owner can make somebody an owner, or an owner something else.",
      );
    }
    if (role === member.role) return { userId: member.userId, role };
    const seesAll = role === "OWNER" || role === "ADMIN";
    await keepingAnOwner(() =>
      tx.membership.update({
        where: { organizationId_userId: { organizationId, userId: member.userId } },
        data: { role, ...(seesAll ? { projectAccess: "ALL" } : {}) },
      }),
    );
    if (seesAll) await tx.projectGrant.deleteMany({ where: { organizationId, userId: member.userId } });
    await recordAudit(ctx, {
      action: "member.change-role",
      targetType: "member",
      targetId: member.userId,
      before: { role: member.role },
      after: { role },
    });
    await recordEvent(ctx, { type: "member_role_changed", data: { memberId: member.userId, role } });
    return { userId: member.userId, role };
  },
);
