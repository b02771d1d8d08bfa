import { installPrices } from "#domain/usage/install-prices.ts";
import { ConfigurationError } from "#platform/env.ts";
import { installQueue } from "#platform/migrations/install-queue.ts";
import { migrateUp } from "#platform/migrations/migrate.ts";
import { migrationStatus } from "#platform/migrations/migration-status.ts";

/**
 * Brings the database up to the code: the product's tables, the queue library's, the maintained prices. Gives the migrations' names.
 *
 * @throws ConfigurationError when the schema is newer than the code, or a migration that was applied has been edited.
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  const { unknown, edited, pending } = await migrationStatus(ownerUrl);
  if (unknown.length > 0) {
    throw new ConfigurationError(
      `The database was migrated by a newer version of Episodic (${unknown.join(", ")}). Start that version, or go back with its \`npm run episodic -- migrate down\`.`,
    );
  }
  if (edited.length > 0) {
    throw new ConfigurationError(
      `The migration ${edited.join(", ")} was changed after it was applied. Restore its text and write a new migration instead.`,
    );
  }
  const applied = pending.length > 0 ? await migrateUp(ownerUrl) : [];
  await installQueue(ownerUrl);
  await installPrices(ownerUrl);
  return applied;
}
