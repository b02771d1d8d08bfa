import { addDays } from "date-fns";
import { z } from "zod";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { consume } from "#platform/rate-limit.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { chosenProjects, ProjectAccess } from "./internal/chosen-projects.ts";
import { enqueueAccountMail } from "./internal/enqueue-account-mail.ts";
import { InvitedAddress } from "./internal/invited-address.ts";
import { guarded } from "./verb.ts";

/** How long the link of an invitation works. */
export const INVITATION_DAYS = 7;

const InviteMember = ProjectAccess.extend({
  email: InvitedAddress,
  role: z.enum(["ADMIN", "EDITOR", "READER"], "Choose a role: administrator, editor or reader."),
});

/**
 * Invites the person of an address for seven days, and has the mail sent. An invitation that waits for the same address is renewed,
 * with the role and the projects of this one; the links of before are worthless then.
 *
 * @throws AppError INVALID when the person is a member, LIMIT_REACHED when the organization has invited too many, NOT_FOUND for a
 *   project that is not its own
 */
export const inviteMember = guarded({ needs: "member.invite", input: InviteMember }, async (ctx, input) => {
  await consume(ctx, "invitation", ctx.organizationId);
  return inOrganization(ctx, async (inside) => {
    const { tx, organizationId, actor, clock } = inside;
    const { email, role, projectAccess } = input;
    const member = await tx.membership.findFirst({
      where: { organizationId, user: { email, deletedAt: null } },
      select: { id: true },
    });
    if (member) {
      throw new AppError("INVALID", "That person is a member already. Change their role on their page.", {
        fields: { email: "Is a member already." },
      });
    }
    const offer = {
      role,
      projectAccess,
      projectIds: await chosenProjects(inside, role, input),
      invitedById: actor.kind === "user" ? actor.userId : null,
      expiresAt: addDays(clock.now(), INVITATION_DAYS),
    };
    // The unique index `invitation_open` makes two who invite the same person at once wait for each other.
    const [made] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
      insert into invitation (organization_id, email, role, project_access, project_ids, invited_by_id, created_at, expires_at)
      values (${organizationId}::uuid, ${email}, ${role}::role, ${projectAccess}::project_access, ${offer.projectIds}::uuid[],
        ${offer.invitedById}::uuid, ${clock.now()}, ${offer.expiresAt})
      on conflict (organization_id, email) where accepted_at is null and revoked_at is null do update set
        role = excluded.role, project_access = excluded.project_access, project_ids = excluded.project_ids,
        invited_by_id = excluded.invited_by_id, expires_at = excluded.expires_at, link_number = invitation.link_number + 1
      returning id, link_number = 1 as "isNew"`;
    if (!made) throw new Error("the database gave no invitation");
    await enqueueAccountMail(tx, { mail: "invitation", organizationId, invitationId: made.id });
    await recordAudit(inside, {
      action: "invitation.send",
      targetType: "invitation",
      targetId: made.id,
      after: { email, role, projectAccess, projectIds: offer.projectIds },
    });
    await recordEvent(inside, { type: "member_invited", data: { invitationId: made.id } });
    return { invitationId: made.id, isRenewed: !made.isNew };
  });
});
