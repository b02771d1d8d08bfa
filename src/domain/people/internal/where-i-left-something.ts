import type { TxMe } from "../personal.ts";

/** The organizations that hold something of the person's own, those that they have left included. No organization is entered. */
export async function whereILeftSomething({ tx, userId }: TxMe, email: string): Promise<string[]> {
  const mine = { where: { userId }, distinct: ["organizationId" as const], select: { organizationId: true } };
  const found = [
    ...(await tx.chatSession.findMany(mine)),
    ...(await tx.highlight.findMany(mine)),
    ...(await tx.subscription.findMany(mine)),
    ...(await tx.notification.findMany(mine)),
    ...(await tx.invitation.findMany({ ...mine, where: { email } })),
  ];
  return found.map(({ organizationId }) => organizationId);
}
