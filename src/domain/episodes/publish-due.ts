import { inBareOrganization, runSql } from "#platform/database.ts";
import { actingFor, type System } from "#platform/system.ts";
import { organizationsToPublishSql } from "./internal/organizations-to-publish.sql.ts";
import { type PublishedEpisode, publishEpisodesSql } from "./internal/publish-episodes.sql.ts";

/** More at once would only wait for each other's disk. */
const AT_ONCE = 4;

/**
 * Publishes every episode that is ready and whose slot has come, never one before its slot and none twice, however many
 * workers ask: a transaction for each organization, some at a time, so that many are through within two seconds. To be called every second.
 *
 * @returns what was published now
 * @throws AggregateError after all organizations were served, when some could not be
 */
export async function publishDue(system: System): Promise<PublishedEpisode[]> {
  const organizations = await runSql(system.db.pool, organizationsToPublishSql, [system.clock.now()]);
  const published: PublishedEpisode[] = [];
  const failures: unknown[] = [];
  const serve = async () => {
    for (let next = organizations.shift(); next; next = organizations.shift()) {
      const { organizationId } = next;
      try {
        published.push(...(await publishOf(system, organizationId)));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, serve));
  if (failures.length > 0) {
    throw new AggregateError(
      failures,
      `The episodes of ${failures.length} organizations could not be published`,
    );
  }
  return published;
}

function publishOf(system: System, organizationId: string): Promise<PublishedEpisode[]> {
  const ctx = actingFor(system, organizationId, "publish-due");
  return inBareOrganization(ctx, (client) =>
    runSql(client, publishEpisodesSql, [organizationId, system.clock.now()]),
  );
}
