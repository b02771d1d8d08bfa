import type { TxCtx } from "#platform/context.ts";
import type { TxMe } from "../personal.ts";
import { myOrganizations } from "./my-organizations.ts";

/**
 * Does something in each organization that the person belongs to, in the one open transaction: what a person changes about their own
 * ways in stands in the audit log of all of them, or is not changed.
 */
export async function tellOrganizations(
  me: Pick<TxMe, "tx" | "userId" | "db" | "clock" | "keys" | "from">,
  tell: (ctx: TxCtx) => Promise<unknown>,
): Promise<void> {
  const { tx, userId, db, clock, keys, from } = me;
  const mine = await myOrganizations(tx, userId);
  // In one order for everybody: each audit log is locked until the end, and two people in the same two must not wait for each other.
  mine.sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1));
  for (const { organizationId, role } of mine) {
    await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
    const actor = { kind: "user", userId, role } as const;
    await tell({ db, clock, keys, tx, organizationId, actor, ...(from ? { from } : {}) });
  }
  await tx.$executeRaw`select set_config('app.organization_id', '', true)`;
}
