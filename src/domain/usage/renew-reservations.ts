import { addSeconds } from "date-fns";
import type { AskedCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { RESERVATION_SECONDS } from "./reserve-usage.ts";

export const RENEW_RESERVATION_EVERY_SECONDS = 20;

/**
 * Says that calls of an organization are still under way, so that nobody settles them at the worst case. To be called every
 * `RENEW_RESERVATION_EVERY_SECONDS`; the clocks of machines may differ by the rest. Those that have ended stay so.
 */
export async function renewReservations(ctx: AskedCtx, reservationIds: readonly string[]): Promise<void> {
  const expiresAt = addSeconds(ctx.clock.now(), RESERVATION_SECONDS);
  await inOrganization(ctx, ({ tx, organizationId }) =>
    tx.usageReservation.updateMany({
      where: { organizationId, id: { in: [...reservationIds] }, status: "OPEN" },
      data: { expiresAt },
    }),
  );
}
