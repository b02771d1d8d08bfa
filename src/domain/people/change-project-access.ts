import { z } from "zod";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { chosenProjects, ProjectAccess } from "./internal/chosen-projects.ts";
import { memberToChange } from "./internal/member-to-change.ts";
import { command } from "./verb.ts";

/**
 * Lets an editor or reader see every project, or those that are chosen and no others; from their next request on.
 *
 * @throws AppError NOT_FOUND for who is no member here or a project that is not the organization's, INVALID when nothing is chosen or
 *   the member's role sees everything
 */
export const changeProjectAccess = command(
  { needs: "member.change", input: ProjectAccess.extend({ userId: z.string() }) },
  async (ctx, input) => {
    const { tx, organizationId } = ctx;
    const member = await memberToChange(ctx, input.userId);
    const { projectAccess } = input;
    const projectIds = await chosenProjects(ctx, member.role, input);
    const { userId } = member;
    await tx.membership.update({
      where: { organizationId_userId: { organizationId, userId } },
      data: { projectAccess },
    });
    await tx.projectGrant.deleteMany({ where: { organizationId, userId, projectId: { notIn: projectIds } } });
    await tx.projectGrant.createMany({
      data: projectIds.map((projectId) => ({ organizationId, userId, projectId })),
      skipDuplicates: true,
    });
    await recordAudit(ctx, {
      action: "member.change-access",
      targetType: "member",
      targetId: userId,
      before: { projectAccess: member.projectAccess, projectIds: member.projectIds },
      after: { projectAccess, projectIds },
    });
    await recordEvent(ctx, { type: "member_access_changed", data: { memberId: userId } });
    return { userId };
  },
);
