import type { System } from "#platform/system.ts";
import { type MyOrganization, myOrganizations } from "./internal/my-organizations.ts";

export type { MyOrganization };

/** The organizations that a person belongs to, the oldest membership first; asked before one of them is chosen. */
export async function listMyOrganizations(system: System, userId: string): Promise<MyOrganization[]> {
  return system.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.user_id', ${userId}, true)`;
    return myOrganizations(tx, userId);
  });
}
