import { sql } from "#platform/database.ts";
import type { ReservationStatus } from "#platform/db/generated/enums.ts";

/**
 * Ends a reservation by what the call has used. Values: organization, person, projects, reservation, now, tokens (uncached, read from the
 * cache, written to it, out, reasoning inside out), cost, settlement, duration in milliseconds, answer.
 */
export const settleUsageSql = sql<{ status: ReservationStatus | null }>(
  "settle_usage",
  "SELECT settle_usage($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) AS status",
);
