import type { Ctx } from "#platform/context.ts";
import { log } from "#platform/log.ts";
import { RENEW_RESERVATION_EVERY_SECONDS, renewReservations } from "../../renew-reservations.ts";

/** Renews a reservation while its call is under way, by the machine's time as the call is. Answers with what ends it. */
export function keepAlive(ctx: Ctx, reservationId: string): () => void {
  const renew = () =>
    renewReservations(ctx, [reservationId]).catch((error: unknown) =>
      log.warn(
        { reservationId, err: error },
        "a reservation could not be renewed; the next round tries again",
      ),
    );
  const timer = setInterval(renew, RENEW_RESERVATION_EVERY_SECONDS * 1_000);
  return () => clearInterval(timer);
}
