import type { Tx } from "#platform/database.ts";

interface Forgotten {
  organizationId: string;
  userId: string;
  email: string;
}

/**
 * Takes what is a person's alone out of the organization that the transaction is inside of: conversations, marked words, subscriptions,
 * what they were told, what invited them, their place. What they wrote for the organization (notes, sources, episodes) stays.
 */
export async function forgetInOrganization(
  tx: Tx,
  { organizationId, userId, email }: Forgotten,
): Promise<void> {
  await tx.agentMemory.updateMany({
    where: { organizationId, originMessage: { chatSession: { userId } } },
    data: { originMessageId: null },
  });
  await tx.chatSession.deleteMany({ where: { organizationId, userId } });
  await tx.highlight.deleteMany({ where: { organizationId, userId } });
  await tx.subscription.deleteMany({ where: { organizationId, OR: [{ userId }, { email }] } });
  await tx.notification.deleteMany({ where: { organizationId, userId } });
  await tx.invitation.deleteMany({ where: { organizationId, email } });
  await tx.membership.deleteMany({ where: { organizationId, userId } });
}
