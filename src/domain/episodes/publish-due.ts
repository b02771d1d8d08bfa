import { inOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { organizationsToPublishSql } from "./internal/organizations-to-publish.sql.ts";
import { type PublishedEpisode, publishEpisodesSql } from "./internal/publish-episodes.sql.ts";

/**
 * Publishes every episode that is ready and whose slot has come, never one before its slot and none twice, however many
 * workers ask. To be called every second.
 *
 * @returns what was published now
 */
export async function publishDue(system: System): Promise<PublishedEpisode[]> {
  const now = system.clock.now();
  const organizations = await runSql(system.db.pool, organizationsToPublishSql, [now]);
  const published: PublishedEpisode[] = [];
  for (const { organizationId } of organizations) {
    const ctx = actingFor(system, organizationId, "publish-due");
    published.push(
      ...(await inOrganization(ctx, ({ tx }) => runSql(tx, publishEpisodesSql, [organizationId, now]))),
    );
  }
  return published;
}
