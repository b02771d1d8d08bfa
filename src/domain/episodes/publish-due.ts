import { runSql } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { publishDueSql } from "./internal/publish-due.sql.ts";

export interface PublishedEpisode {
  episodeId: string;
  organizationId: string;
  projectId: string;
  /** How long after its slot; null for one that a person asked for, which has none to be late for. */
  lateSeconds: number | null;
}

/** One commit for so many: it takes some tens of milliseconds, and another worker takes the next ones meanwhile. */
const BATCH = 100;
const BEFORE_ALL = { slotAt: new Date(0), queueId: "00000000-0000-0000-0000-000000000000" };

/**
 * Publishes every episode that is ready and whose slot has come, never one before its slot and none twice, however many
 * workers ask: they share what is due. To be called every second.
 *
 * @returns what was published now
 * @throws AggregateError after all organizations were served, when some could not be
 */
export async function publishDue(system: System): Promise<PublishedEpisode[]> {
  const published: PublishedEpisode[] = [];
  const failures: Error[] = [];
  for (let last = BEFORE_ALL, size = BATCH; size === BATCH; ) {
    const values = [system.clock.now(), last.slotAt, last.queueId, BATCH];
    const rows = await runSql(system.db.pool, publishDueSql, values);
    for (const { episodeId, projectId, organizationId, lateSeconds, problem } of rows) {
      if (problem !== null) failures.push(new Error(`in ${organizationId}: ${problem}`));
      else if (episodeId && projectId) published.push({ episodeId, organizationId, projectId, lateSeconds });
    }
    last = rows.at(-1) ?? last;
    size = rows.length;
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} episodes could not be published`);
  return published;
}
