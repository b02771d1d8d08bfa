import type { Tx } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { isInvitationToken, readInvitationToken } from "./invitation-token.ts";

/**
 * The invitation that a token proves, in the organization that it names, which the transaction then is inside of. Foreign, altered,
 * renewed, expired, revoked and used are one and the same: null.
 */
export async function provenInvitation({ clock, keys }: System, tx: Tx, token: string) {
  const link = readInvitationToken(token);
  if (!link) return null;
  const { organizationId, invitationId, travel } = link;
  await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
  const found = await tx.invitation.findFirst({
    where: {
      id: invitationId,
      organizationId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: clock.now() },
    },
    select: {
      id: true,
      organizationId: true,
      email: true,
      role: true,
      projectAccess: true,
      projectIds: true,
      linkNumber: true,
      expiresAt: true,
      organization: { select: { name: true } },
      invitedBy: { select: { name: true, deletedAt: true } },
    },
  });
  return found && isInvitationToken(keys, token, found.linkNumber) ? { ...found, travel } : null;
}

export type ProvenInvitation = NonNullable<Awaited<ReturnType<typeof provenInvitation>>>;

/** The one answer to every link that does not work. */
export function noSuchInvitation(): AppError {
  return new AppError(
    "NOT_FOUND",
    "This invitation does not work. It may have been used, renewed, taken back, or be more than seven days old. Ask for another.",
  );
}
