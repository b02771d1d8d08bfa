import { randomBytes, randomUUID } from "node:crypto";
import type { Clock } from "#platform/clock.ts";
import type { Ctx, Role } from "#platform/context.ts";
import { type Database, inOrganization } from "#platform/database.ts";
import { fixedClock } from "../fixed-clock.ts";
import { testKeys } from "../test-keys.ts";

export interface MadeOrganization {
  organizationId: string;
  userId: string;
  /** Acts as the person who was made with the organization. */
  ctx: Ctx;
}

export interface OrganizationOverrides {
  role?: Role;
  name?: string;
  reportingZone?: string;
  clock?: Clock;
}

/** An organization of its own with one member, the owner unless said otherwise. */
export async function makeOrganization(
  db: Database,
  overrides: OrganizationOverrides = {},
): Promise<MadeOrganization> {
  const organizationId = randomUUID();
  const unique = randomBytes(6).toString("hex");
  const role = overrides.role ?? "OWNER";
  const user = await db.prisma.user.create({
    data: { email: `person-${unique}@example.test`, name: `Person ${unique}` },
  });
  const ctx: Ctx = {
    actor: { kind: "user", userId: user.id, role },
    organizationId,
    clock: overrides.clock ?? fixedClock(),
    keys: testKeys,
    db,
  };
  await inOrganization(ctx, async ({ tx }) => {
    await tx.organization.create({
      data: {
        id: organizationId,
        name: overrides.name ?? `Organization ${unique}`,
        slug: `organization-${unique}`,
        reportingZone: overrides.reportingZone ?? "UTC",
      },
    });
    await tx.membership.create({ data: { organizationId, userId: user.id, role } });
  });
  return { organizationId, userId: user.id, ctx };
}

/** The same organization, asked by somebody of another role. */
export async function asMember(made: MadeOrganization, role: Role): Promise<Ctx> {
  const { ctx, organizationId } = made;
  const user = await ctx.db.prisma.user.create({
    data: { email: `member-${randomBytes(6).toString("hex")}@example.test` },
  });
  await inOrganization(ctx, ({ tx }) =>
    tx.membership.create({ data: { organizationId, userId: user.id, role } }),
  );
  return { ...ctx, actor: { kind: "user", userId: user.id, role } };
}
