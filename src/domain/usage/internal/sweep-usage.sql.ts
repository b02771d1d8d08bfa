import { sql } from "#platform/database.ts";

/** Settles one expired reservation at its worst case. Values: organization, reservation, now. */
export const sweepUsageSql = sql<{ isSwept: boolean }>(
  "sweep_usage",
  'SELECT sweep_usage($1, $2, $3) AS "isSwept"',
);
