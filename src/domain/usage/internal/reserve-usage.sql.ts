import { sql } from "#platform/database.ts";
import type { BudgetWindow } from "#platform/db/generated/enums.ts";

/** The columns of other outcomes are null. */
export type ReserveUsageRow =
  | { outcome: "reserved"; reservationId: string }
  | { outcome: "unpriced" | "known" }
  | {
      outcome: "full";
      window: BudgetWindow;
      projectId: string | null;
      startsOn: string;
      ceilingNanos: bigint;
      spentNanos: bigint;
      reservedNanos: bigint;
    };

/**
 * Sets a call's worst case aside, or says which ceiling has no room. Values: organization, person, projects, now, when it may be swept,
 * call key, step key, purpose, project, episode, run, phase, person of the ledger, provider, model, prompt version, price, most tokens
 * in, most tokens out, worst case.
 */
export const reserveUsageSql = sql<ReserveUsageRow>(
  "reserve_usage",
  `
SELECT outcome, reservation_id AS "reservationId", full_window AS "window", full_project AS "projectId", full_from::text AS "startsOn",
       ceiling AS "ceilingNanos", spent AS "spentNanos", reserved AS "reservedNanos"
FROM reserve_usage($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
);
