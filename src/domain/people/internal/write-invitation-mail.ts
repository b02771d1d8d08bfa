import { differenceInCalendarDays } from "date-fns";
import type { Role } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { invitationMail } from "../mails/invitation-mail.ts";
import type { WrittenMail } from "../mails/write-mail.ts";
import { invitationToken } from "./invitation-token.ts";

const AS: Record<Role, string> = {
  OWNER: "an owner",
  ADMIN: "an administrator",
  EDITOR: "an editor",
  READER: "a reader",
};

/** The mail of an invitation as it stands now; null when it was accepted, revoked or has expired. */
export async function writeInvitationMail(
  system: System,
  origin: string,
  { organizationId, invitationId }: { organizationId: string; invitationId: string },
): Promise<(WrittenMail & { to: string }) | null> {
  const now = system.clock.now();
  const found = await inOrganization(actingFor(system, organizationId, "invitation"), ({ tx }) =>
    tx.invitation.findFirst({
      where: {
        id: invitationId,
        organizationId,
        acceptedAt: null,
        revokedAt: null,
        expiresAt: { gt: now },
      },
      select: {
        email: true,
        role: true,
        linkNumber: true,
        expiresAt: true,
        organization: { select: { name: true } },
        invitedBy: { select: { name: true, deletedAt: true } },
      },
    }),
  );
  if (!found) return null;
  const link = { organizationId, invitationId, travel: "mail" } as const;
  const token = invitationToken(system.keys, link, found.linkNumber);
  return {
    to: found.email,
    ...invitationMail({
      organization: found.organization.name,
      invitedBy: found.invitedBy && !found.invitedBy.deletedAt ? found.invitedBy.name || null : null,
      role: AS[found.role],
      href: new URL(`/invitation/${token}`, origin).href,
      days: Math.max(1, differenceInCalendarDays(found.expiresAt, now)),
    }),
  };
}
