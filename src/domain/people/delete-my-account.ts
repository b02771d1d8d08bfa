import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { recordEvent } from "../activity/record-event.ts";
import { forgetInOrganization } from "./internal/forget-in-organization.ts";
import { forgetWaysIn } from "./internal/forget-ways-in.ts";
import { keepingAnOwner } from "./internal/keeping-an-owner.ts";
import { type MyOrganization, myOrganizations } from "./internal/my-organizations.ts";
import { whereILeftSomething } from "./internal/where-i-left-something.ts";
import { personal, type TxMe } from "./personal.ts";

/**
 * Deletes the person who calls it, everywhere and at once. What they wrote for their organizations stays there, without their name; their
 * row stays as a stone without an inscription, for what points to it.
 *
 * @throws AppError INVALID unless `address` is their own, typed again; CONFLICT while an organization has no other owner, naming it;
 *   NOT_NOW without a recent proof
 */
export const deleteMyAccount = personal(
  { needsRecentProof: true, input: z.object({ address: z.string().trim().toLowerCase() }) },
  async (me, { address }) => {
    const { tx, userId, clock } = me;
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    if (!email || address !== email) {
      throw new AppError("INVALID", "That is not your address.", {
        fields: { address: `Type your address exactly: ${email ?? ""}` },
      });
    }
    // Always in one order, so that two who go at once wait for each other instead of both being refused.
    const mine = (await myOrganizations(tx, userId)).sort(byId);
    await refuseAsLastOwner(me, mine);
    const left = await whereILeftSomething(me, email);
    const roles = new Map(mine.map(({ organizationId, role }) => [organizationId, role]));
    for (const organizationId of [...new Set([...roles.keys(), ...left])].sort()) {
      await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
      const role = roles.get(organizationId);
      if (role) await tellOfDeletion({ ...me, organizationId, actor: { kind: "user", userId, role } });
      await keepingAnOwner(() => forgetInOrganization(tx, { organizationId, userId, email }));
    }
    await tx.$executeRaw`select set_config('app.organization_id', '', true)`;
    await forgetWaysIn(tx, userId, email);
    await tx.user.update({
      where: { id: userId },
      data: {
        email: null,
        name: "",
        timeZone: null,
        locale: null,
        passwordHash: null,
        emailVerifiedAt: null,
        deletedAt: clock.now(),
      },
    });
  },
);

async function refuseAsLastOwner({ tx, userId }: TxMe, mine: readonly MyOrganization[]): Promise<void> {
  const alone: string[] = [];
  for (const { organizationId, role, name } of mine) {
    if (role !== "OWNER") continue;
    await tx.$executeRaw`select set_config('app.organization_id', ${organizationId}, true)`;
    await tx.$queryRaw`select 1 from organization where id = ${organizationId}::uuid for no key update`;
    const others = await tx.membership.count({
      where: { organizationId, role: "OWNER", userId: { not: userId } },
    });
    if (others === 0) alone.push(name);
  }
  await tx.$executeRaw`select set_config('app.organization_id', '', true)`;
  if (alone.length === 0) return;
  throw new AppError(
    "CONFLICT",
    `You are the last owner of ${alone.join(", ")}. Hand ${alone.length === 1 ? "it" : "them"} over to another member first, then delete your account.`,
  );
}

async function tellOfDeletion(ctx: TxCtx & TxMe): Promise<void> {
  const role = ctx.actor.kind === "user" ? ctx.actor.role : null;
  await recordAudit(ctx, {
    action: "account.delete",
    targetType: "member",
    targetId: ctx.userId,
    before: { role },
  });
  await recordEvent(ctx, { type: "account_deleted", data: {} });
}

function byId(one: MyOrganization, other: MyOrganization): number {
  return one.organizationId < other.organizationId ? -1 : 1;
}
