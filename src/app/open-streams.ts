import { runSql, sql } from "#platform/database.ts";
import { listen } from "#platform/listen.ts";
import { configuredRoleUrl } from "#platform/open-as-role.ts";
import { webSystem } from "./database.ts";
import { type RunWatch, watchRuns } from "./watch-runs.ts";
import { type SessionWatch, watchSessions } from "./watch-sessions.ts";

// Kept on the global object: each route has a copy of its modules, and the process needs one watch of each.
const kept = globalThis as { episodicSessionWatch?: SessionWatch; episodicRunWatch?: RunWatch };

/** The guard of every stream that this process has open. */
export function openStreams(): SessionWatch {
  kept.episodicSessionWatch ??= watchSessions(webSystem);
  return kept.episodicSessionWatch;
}

const CHANNEL = "run_changed";
const saySql = sql<object>("say_on_channel", "SELECT pg_notify($1, $2)");

/** What tells the pages of this process that a run has changed. */
export function runChanges(): RunWatch {
  kept.episodicRunWatch ??= watchRuns((heard, lost) =>
    listen({
      url: configuredRoleUrl("episodic_app"),
      channel: CHANNEL,
      say: (payload) => runSql(webSystem().db.pool, saySql, [CHANNEL, payload]),
      heard,
      lost,
    }),
  );
  return kept.episodicRunWatch;
}
