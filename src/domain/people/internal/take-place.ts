import type { TxCtx } from "#platform/context.ts";
import type { Tx } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { recordAudit } from "../../activity/record-audit.ts";
import { recordEvent } from "../../activity/record-event.ts";
import { noSuchInvitation, type ProvenInvitation } from "./proven-invitation.ts";

/**
 * Uses the invitation up and makes the person a member by its terms, inside its organization. Of two at once, one wins. Who is a member
 * already stays what they are.
 *
 * @throws AppError NOT_FOUND when the invitation was used, renewed or revoked in the meantime
 */
export async function takePlace(
  system: System,
  tx: Tx,
  invitation: ProvenInvitation,
  userId: string,
): Promise<void> {
  const { id, organizationId, role, projectAccess, linkNumber, travel } = invitation;
  const now = system.clock.now();
  const { count } = await tx.invitation.updateMany({
    where: { id, linkNumber, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: now },
  });
  if (count === 0) throw noSuchInvitation();
  const joined = await tx.membership.createMany({
    data: { organizationId, userId, role, projectAccess, createdAt: now },
    skipDuplicates: true,
  });
  if (joined.count > 0 && projectAccess === "CHOSEN") {
    // A project that was removed since is no longer part of the offer.
    const projects = await tx.project.findMany({
      where: { organizationId, id: { in: invitation.projectIds }, deletedAt: null },
      select: { id: true },
    });
    await tx.projectGrant.createMany({
      data: projects.map((project) => ({ organizationId, userId, projectId: project.id })),
    });
  }
  const ctx: TxCtx = { ...system, tx, organizationId, actor: { kind: "user", userId, role } };
  await recordAudit(ctx, {
    action: "invitation.accept",
    targetType: "invitation",
    targetId: id,
    after: { role, projectAccess, travel },
  });
  await recordEvent(ctx, { type: "member_joined", data: { invitationId: id } });
}
