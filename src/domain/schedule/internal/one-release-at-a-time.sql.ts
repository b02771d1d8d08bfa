import { sql } from "#platform/database.ts";

/** Only one worker at a time counts what room an organization has; the others leave it to that one. Ends with the transaction. Values: organization. */
export const oneReleaseAtATimeSql = sql<{ isOurs: boolean }>(
  "one_release_at_a_time",
  `SELECT pg_try_advisory_xact_lock(hashtextextended('episodic: release held runs of ' || $1::text, 0)) AS "isOurs"`,
);
