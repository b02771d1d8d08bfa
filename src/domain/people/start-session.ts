import { addDays } from "date-fns";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { hashToken, newToken } from "#platform/secrets.ts";
import type { System } from "#platform/system.ts";
import { recordEvent } from "../activity/record-event.ts";
import { listMyOrganizations } from "./list-my-organizations.ts";

const DAYS_VALID = 30;

export interface StartedSession {
  /** What the cookie holds. */
  token: string;
  expiresAt: Date;
}

/**
 * Uses up a sign-in token and starts a session. Two uses at once: one wins, the other is refused.
 *
 * @throws AppError NOT_NOW when the link is used, expired or unknown; the same text for all three.
 */
export async function startSession(
  system: System,
  input: { signInToken: string; userAgent: string | null },
): Promise<StartedSession> {
  const now = system.clock.now();
  const [used] = await system.db.prisma.signInToken.updateManyAndReturn({
    where: {
      tokenHash: hashToken(input.signInToken),
      usedAt: null,
      expiresAt: { gt: now },
      user: { deletedAt: null },
    },
    data: { usedAt: now },
    select: { userId: true },
  });
  if (!used) {
    throw new AppError(
      "NOT_NOW",
      "This link was used already or is more than ten minutes old. `npm run episodic -- sign-in-link` prints another.",
    );
  }
  const organizations = await listMyOrganizations(system, used.userId);
  const token = newToken();
  const expiresAt = addDays(now, DAYS_VALID);
  await system.db.prisma.session.create({
    data: {
      userId: used.userId,
      activeOrganizationId: organizations[0]?.organizationId ?? null,
      tokenHash: hashToken(token),
      userAgent: input.userAgent?.slice(0, 300) ?? null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
    },
  });
  for (const { organizationId, role } of organizations) {
    const ctx = { ...system, organizationId, actor: { kind: "user", userId: used.userId, role } } as const;
    await inOrganization(ctx, (inside) =>
      recordEvent(inside, { type: "signed_in", data: { method: "one-time-link" } }),
    );
  }
  return { token, expiresAt };
}
