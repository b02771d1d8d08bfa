import { z } from "zod";
import { displayedName } from "./displayed-name.ts";
import { query } from "./verb.ts";

/** The invitations that wait for an answer, those that expired included, the newest first. */
export const listInvitations = query(
  { needs: "member.read", input: z.object({}) },
  async ({ tx, organizationId, clock }) => {
    const now = clock.now();
    const found = await tx.invitation.findMany({
      where: { organizationId, acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        email: true,
        role: true,
        projectAccess: true,
        projectIds: true,
        expiresAt: true,
        createdAt: true,
        invitedBy: { select: { name: true, deletedAt: true } },
      },
    });
    return found.map(({ invitedBy, ...invitation }) => ({
      ...invitation,
      invitedBy: displayedName(invitedBy),
      isExpired: invitation.expiresAt <= now,
    }));
  },
);
