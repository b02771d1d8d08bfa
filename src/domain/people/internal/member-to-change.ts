import { z } from "zod";
import type { Role, TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { isAtLeast } from "../permissions.ts";

/**
 * A member of the organization, locked until the transaction ends, whom the actor may change: nobody reaches above their own role.
 *
 * @throws AppError NOT_FOUND for an id that is nobody's here, another organization's member, or no id at all: they look the same;
 *   FORBIDDEN for a member of a higher role
 */
export async function memberToChange({ tx, organizationId, actor }: TxCtx, userId: string) {
  const id = z.uuid().safeParse(userId);
  if (!id.success) throw noSuchMember();
  await tx.$queryRaw`select 1 from membership where organization_id = ${organizationId}::uuid and user_id = ${id.data}::uuid for update`;
  const member = await tx.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId: id.data } },
    select: { userId: true, role: true, projectAccess: true, projectGrants: { select: { projectId: true } } },
  });
  if (!member) throw noSuchMember();
  const ownRole: Role = actor.kind === "system" ? "OWNER" : actor.role;
  if (!isAtLeast(ownRole, member.role)) {
    throw new AppError("FORBIDDEN", "Only an owner can change or remove an owner. Ask one of them.");
  }
  const { projectGrants, ...rest } = member;
  return { ...rest, projectIds: projectGrants.map(({ projectId }) => projectId).sort() };
}

/** The one answer to every id that is no member's here. */
export function noSuchMember(): AppError {
  return new AppError("NOT_FOUND", "There is no such member. They may have left.");
}
