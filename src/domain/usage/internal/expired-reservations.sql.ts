import { sql } from "#platform/database.ts";

export interface ExpiredReservation {
  reservationId: string;
  organizationId: string;
  callKey: string;
  worstCaseNanos: bigint;
}

/** Open reservations that nobody renewed, the longest dead first; asked by the worker for no organization. Values: now, how many at most. */
export const expiredReservationsSql = sql<ExpiredReservation>(
  "expired_reservations",
  `
SELECT id AS "reservationId", organization_id AS "organizationId", call_key AS "callKey", worst_case_nanos AS "worstCaseNanos"
FROM usage_reservation WHERE status = 'OPEN' AND expires_at < $1::timestamptz
ORDER BY expires_at LIMIT $2`,
);
