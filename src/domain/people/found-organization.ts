import { z } from "zod";
import { inOrganization } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { recordAudit } from "../activity/record-audit.ts";

export const FoundOrganization = z.object({
  name: z.string().trim().min(1).max(120),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  ownerEmail: z.email().toLowerCase(),
  reportingZone: z.string().default("UTC"),
});
export type FoundOrganization = z.input<typeof FoundOrganization>;

/** Makes an organization with its owner, who has no password: a sign-in link is how they come in. Gives both ids. */
export async function foundOrganization(
  system: System,
  input: FoundOrganization,
): Promise<{ organizationId: string; userId: string }> {
  const { name, slug, ownerEmail, reportingZone } = FoundOrganization.parse(input);
  const user = await system.db.prisma.user.upsert({
    where: { email: ownerEmail },
    create: { email: ownerEmail },
    update: {},
    select: { id: true },
  });
  const [made] = await system.db.prisma.$queryRaw<{ id: string }[]>`select uuid_v7() as id`;
  if (!made) throw new Error("the database gave no id");
  return inOrganization(actingFor(system, made.id, "set-up"), async (ctx) => {
    await ctx.tx.organization.create({ data: { id: made.id, name, slug, reportingZone } });
    await ctx.tx.membership.create({
      data: { organizationId: made.id, userId: user.id, role: "OWNER", createdAt: ctx.clock.now() },
    });
    await recordAudit(ctx, {
      action: "organization.found",
      targetType: "organization",
      targetId: made.id,
      after: { name, ownerId: user.id },
    });
    return { organizationId: made.id, userId: user.id };
  });
}
