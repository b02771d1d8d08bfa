import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { sessionStandingsSql } from "./internal/session-standings.sql.ts";
import { standingOf } from "./standing.ts";

/** The marks of what sessions open now, by session, in one statement; a session that is over has none. */
export async function readStandings(
  system: System,
  sessionIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await runSql(system.db.pool, sessionStandingsSql, [sessionIds, system.clock.now()]);
  return new Map(rows.map(({ sessionId, ...facts }) => [sessionId, standingOf(facts).mark]));
}
