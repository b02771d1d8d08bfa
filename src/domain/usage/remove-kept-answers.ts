import { subDays } from "date-fns";
import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { removeKeptAnswersSql } from "./internal/remove-kept-answers.sql.ts";

/** A run that failed may be retried within these days without paying again for what was answered. */
const DAYS_ANSWERS_ARE_KEPT = 7;

/** Takes away the answers of models that nobody comes back for: those whose episode is written, and all that are older. */
export async function removeKeptAnswers(system: System): Promise<void> {
  const longAgo = subDays(system.clock.now(), DAYS_ANSWERS_ARE_KEPT);
  await runSql(system.db.pool, removeKeptAnswersSql, [longAgo]);
}
