import { webSystem } from "./database.ts";
import { type SessionWatch, watchSessions } from "./watch-sessions.ts";

// Kept on the global object: each route has a copy of its modules, and the process needs one watch.
const kept = globalThis as { episodicSessionWatch?: SessionWatch };

/** The guard of every stream that this process has open. */
export function openStreams(): SessionWatch {
  kept.episodicSessionWatch ??= watchSessions(webSystem);
  return kept.episodicSessionWatch;
}
