import type { TxCtx } from "#platform/context.ts";
import { keepingAnOwner } from "./keeping-an-owner.ts";

/**
 * Takes somebody out of the organization, with their access to its projects, their subscriptions and what they were told. What they wrote stays,
 * and their notes count on.
 *
 * @throws AppError CONFLICT for its last owner
 */
export async function endMembership({ tx, organizationId, clock }: TxCtx, userId: string): Promise<void> {
  await keepingAnOwner(() =>
    tx.membership.delete({ where: { organizationId_userId: { organizationId, userId } } }),
  );
  await tx.subscription.updateMany({
    where: { organizationId, userId, status: { not: "UNSUBSCRIBED" } },
    data: { status: "UNSUBSCRIBED", unsubscribedAt: clock.now() },
  });
  await tx.notification.deleteMany({ where: { organizationId, userId } });
}
