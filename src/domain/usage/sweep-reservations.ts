import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { type ExpiredReservation, expiredReservationsSql } from "./internal/expired-reservations.sql.ts";
import { sweepUsageSql } from "./internal/sweep-usage.sql.ts";

const MOST_AT_ONCE = 500;

/** A reservation that nobody came back to, settled at its worst case. */
export type SweptReservation = ExpiredReservation;

/**
 * Settles the reservations that nobody renewed at their worst case, marked as estimated: a call that may have been made is never free. Any number of
 * workers may do it at once. To be called every ten seconds, so that the dead are settled well within two minutes.
 *
 * @returns what was settled
 * @throws AggregateError when some could not be settled, after all others were
 */
export async function sweepReservations(system: System): Promise<SweptReservation[]> {
  const now = system.clock.now();
  const expired = await runSql(system.db.pool, expiredReservationsSql, [now, MOST_AT_ONCE]);
  const swept: SweptReservation[] = [];
  const failures: unknown[] = [];
  for (const reservation of expired) {
    try {
      const values = [reservation.organizationId, reservation.reservationId, now];
      const [row] = await runSql(system.db.pool, sweepUsageSql, values);
      if (row?.isSwept) swept.push(reservation);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} reservations could not be settled`);
  }
  return swept;
}
