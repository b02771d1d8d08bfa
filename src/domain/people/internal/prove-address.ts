import type { Tx } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { recordAudit } from "../../activity/record-audit.ts";
import { enqueueNotice } from "./enqueue-notice.ts";
import { hasSecondFactor } from "./has-second-factor.ts";
import { tellOrganizations } from "./tell-organizations.ts";

/**
 * A mail that arrived proves the address, while it is still the person's; false once it is not, or nobody is there any more.
 *
 * The first proof closes the ways in that were opened before it: an account made for somebody else's address, by whoever was handed
 * the link, must not stay open to them once the address's owner comes ("pre-hijacking", Sudhodanan and Paverd, USENIX Security 2022).
 * A second factor stays: with one, a mail alone lets nobody in.
 */
export async function proveAddress(
  system: System,
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): Promise<boolean> {
  const isTheirs = { id: userId, email, deletedAt: null };
  const { count } = await tx.user.updateMany({
    where: { ...isTheirs, emailVerifiedAt: null },
    data: { emailVerifiedAt: system.clock.now() },
  });
  if (count === 0) return (await tx.user.count({ where: isTheirs })) === 1;
  if (!(await hasSecondFactor(tx, userId))) await closeUnprovenWaysIn(system, tx, userId);
  return true;
}

async function closeUnprovenWaysIn(system: System, tx: Tx, userId: string): Promise<void> {
  await tx.session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: system.clock.now() },
  });
  const passwords = await tx.user.updateMany({
    where: { id: userId, passwordHash: { not: null } },
    data: { passwordHash: null },
  });
  const identities = await tx.identity.deleteMany({ where: { userId } });
  if (passwords.count + identities.count === 0) return;
  await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
  await tellOrganizations({ ...system, tx, userId }, (ctx) =>
    recordAudit(ctx, {
      action: "person.close-unproven-ways-in",
      targetType: "user",
      targetId: userId,
      after: { passwords: passwords.count, identities: identities.count },
    }),
  );
  await enqueueNotice(tx, { userId, notice: "unproven_ways_in_closed" });
}
