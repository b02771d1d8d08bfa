import type { Role } from "#platform/context.ts";
import type { System } from "#platform/system.ts";
import type { LinkTravel } from "./internal/invitation-token.ts";
import { provenInvitation } from "./internal/proven-invitation.ts";

/** What the holder of a link is shown before they press anything. */
export interface InvitationOffer {
  organizationName: string;
  /** Who invited; null when they have left for good. */
  invitedBy: string | null;
  email: string;
  role: Role;
  /** How many projects were chosen; null for all of them. */
  projects: number | null;
  travel: LinkTravel;
  expiresAt: Date;
}

/** What an invitation's link offers; null for every link that does not work, whatever the reason. Changes nothing. */
export async function findInvitation(system: System, token: string): Promise<InvitationOffer | null> {
  return system.db.prisma.$transaction(async (tx) => {
    const found = await provenInvitation(system, tx, token);
    if (!found) return null;
    const { email, role, travel, expiresAt, organization, invitedBy } = found;
    return {
      organizationName: organization.name,
      invitedBy: invitedBy && !invitedBy.deletedAt ? invitedBy.name || null : null,
      email,
      role,
      projects: found.projectAccess === "ALL" ? null : found.projectIds.length,
      travel,
      expiresAt,
    };
  });
}
