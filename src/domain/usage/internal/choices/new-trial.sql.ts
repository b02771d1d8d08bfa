import { sql } from "#platform/database.ts";

/** A name for a trial that no other has. */
export const newTrialSql = sql<{ id: string }>("new_trial", "SELECT uuid_v7()::text AS id");
