import { z } from "zod";
import { AppError } from "#platform/errors.ts";
import { noSuchInvitation, provenInvitation } from "./internal/proven-invitation.ts";
import { takePlace } from "./internal/take-place.ts";
import { personal } from "./personal.ts";

/**
 * Makes the person who is signed in a member of the organization that invited their address, and leads their session into it.
 *
 * @throws AppError NOT_FOUND for a link that does not work, FORBIDDEN when another address was invited
 */
export const acceptInvitation = personal(
  { input: z.object({ token: z.string() }) },
  async (me, { token }) => {
    const { tx, userId, sessionId } = me;
    const invitation = await provenInvitation(me, tx, token);
    if (!invitation) throw noSuchInvitation();
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    if (email !== invitation.email) {
      throw new AppError(
        "FORBIDDEN",
        "This invitation is for another address than the one that you are signed in with.",
      );
    }
    await takePlace(me, tx, invitation, userId);
    const { organizationId } = invitation;
    await tx.session.updateMany({
      where: { id: sessionId, userId },
      data: { activeOrganizationId: organizationId },
    });
    return { organizationId };
  },
);
