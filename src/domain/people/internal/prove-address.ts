import type { Tx } from "#platform/database.ts";

interface Proof {
  userId: string;
  email: string;
  now: Date;
}

/** A mail that arrived proves the address, while it is still the person's; false once it is not, or nobody is there any more. */
export async function proveAddress(tx: Tx, { userId, email, now }: Proof): Promise<boolean> {
  const isTheirs = { id: userId, email, deletedAt: null };
  await tx.user.updateMany({
    where: { ...isTheirs, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  });
  return (await tx.user.count({ where: isTheirs })) === 1;
}
