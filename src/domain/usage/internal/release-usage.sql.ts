import { sql } from "#platform/database.ts";

/** Gives back what was set aside. Values: organization, person, projects, reservation, now. */
export const releaseUsageSql = sql<never>("release_usage", "SELECT release_usage($1, $2, $3, $4, $5)");
