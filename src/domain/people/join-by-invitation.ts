import { z } from "zod";
import { isUniqueViolation } from "#platform/database-errors.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { openSession, type StartedSession } from "./internal/open-session.ts";
import { parseInput } from "./internal/parse-input.ts";
import { PersonName } from "./internal/person-name.ts";
import { noSuchInvitation, provenInvitation } from "./internal/proven-invitation.ts";
import { takePlace } from "./internal/take-place.ts";

const JoinByInvitation = z.object({ token: z.string(), name: PersonName });

/**
 * Makes a new person for the address that was invited, and a member of them; the session of the browser begins. Only a link that came by
 * mail proves the address.
 *
 * @throws AppError NOT_FOUND for a link that does not work; NOT_NOW when somebody has the address: they sign in first
 */
export async function joinByInvitation(
  system: System,
  input: z.input<typeof JoinByInvitation>,
): Promise<StartedSession> {
  const { token, name } = parseInput(JoinByInvitation, input);
  const now = system.clock.now();
  try {
    return await system.db.prisma.$transaction(async (tx) => {
      const invitation = await provenInvitation(system, tx, token);
      if (!invitation) throw noSuchInvitation();
      const { id: userId } = await tx.user.create({
        data: {
          email: invitation.email,
          emailVerifiedAt: invitation.travel === "mail" ? now : null,
          name,
          createdAt: now,
        },
        select: { id: true },
      });
      await takePlace(system, tx, invitation, userId);
      await tx.$executeRaw`select set_config('app.organization_id', '', true)`;
      const method = invitation.travel === "mail" ? "EMAIL_LINK" : "ONE_TIME_LINK";
      return openSession(system, tx, { userId, method });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError(
      "NOT_NOW",
      "Somebody with this address has an account here. Sign in first, then join.",
      {
        cause: error,
      },
    );
  }
}
