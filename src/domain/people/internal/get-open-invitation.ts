import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";

/**
 * An invitation of the organization that was neither accepted nor revoked; it may have expired. Locked until the transaction ends.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, closed, or no id at all: they look the same.
 */
export async function getOpenInvitation({ tx, organizationId }: TxCtx, invitationId: string) {
  const id = z.uuid().safeParse(invitationId);
  if (id.success) {
    await tx.$queryRaw`select 1 from invitation where id = ${id.data}::uuid for update`;
    const found = await tx.invitation.findFirst({
      where: { id: id.data, organizationId, acceptedAt: null, revokedAt: null },
      select: { id: true, email: true, role: true, linkNumber: true, expiresAt: true },
    });
    if (found) return found;
  }
  throw new AppError("NOT_FOUND", "There is no such invitation. It may have been accepted or taken back.");
}
