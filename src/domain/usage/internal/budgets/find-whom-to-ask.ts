import type { Tx } from "#platform/database.ts";

const NAMED = 3;

/** Who may raise a ceiling, by name: owners first, three at most. */
export async function findWhomToAsk(tx: Tx, organizationId: string): Promise<string[]> {
  const members = await tx.membership.findMany({
    where: { organizationId, role: { in: ["OWNER", "ADMIN"] }, user: { deletedAt: null, name: { not: "" } } },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    take: NAMED,
    select: { user: { select: { name: true } } },
  });
  return members.flatMap(({ user }) => user.name ?? []);
}
