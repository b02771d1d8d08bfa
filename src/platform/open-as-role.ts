import { type Database, openDatabase } from "./database.ts";
import { env, requireEnv } from "./env.ts";
import { type DatabaseRole, roleUrl } from "./postgres/role-urls.ts";

/** The URL by which a role enters the configured database. */
export function configuredRoleUrl(role: DatabaseRole): string {
  const own = {
    episodic_app: env().APP_DATABASE_URL,
    episodic_worker: env().WORKER_DATABASE_URL,
    episodic_owner: undefined,
  };
  return own[role] ?? roleUrl(requireEnv("DATABASE_URL"), role, requireEnv("EPISODIC_SECRET"));
}

/** Opens the configured database as one of the two run-time roles. */
export function openAsRole(role: "episodic_app" | "episodic_worker"): Database {
  return openDatabase(configuredRoleUrl(role));
}
