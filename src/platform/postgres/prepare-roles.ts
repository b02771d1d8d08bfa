import pg from "pg";
import { ConfigurationError } from "../env.ts";
import { DATABASE_ROLES, rolePassword } from "./role-urls.ts";

const OLDEST_SERVER = 15;

/**
 * Makes the three roles on the server of `adminUrl` and lets the owner build in its database. May run again at any time, and
 * brings the passwords in line with the secret. Neither run-time role owns anything, bypasses row security or is a superuser.
 *
 * @throws ConfigurationError with a sentence for the operator when the server is too old or the user may not make roles.
 */
export async function prepareRoles(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const version = await client.query<{ number: string; database: string }>(
      "select current_setting('server_version_num') as number, current_database() as database",
    );
    const found = version.rows[0];
    if (!found || Number(found.number) < OLDEST_SERVER * 10_000) {
      throw new ConfigurationError(
        `Episodic needs PostgreSQL ${OLDEST_SERVER} or newer; this server is older. Upgrade it and start again.`,
      );
    }
    // Two starts at once would trip over each other's CREATE ROLE.
    await client.query("select pg_advisory_lock(hashtext('episodic roles'))");
    for (const role of DATABASE_ROLES) {
      const exists = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      const password = pg.escapeLiteral(rolePassword(secret, role));
      // A user who is no superuser may give a role these attributes, but may not even repeat them later.
      await client.query(
        exists.rowCount
          ? `alter role ${role} with login password ${password}`
          : `create role ${role} with login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`,
      );
    }
    const database = pg.escapeIdentifier(found.database);
    await client.query(`grant connect, create, temporary on database ${database} to episodic_owner`);
    await client.query(`grant connect on database ${database} to episodic_app, episodic_worker`);
    await client.query("grant usage, create on schema public to episodic_owner");
  } catch (cause) {
    if (isPermissionProblem(cause)) {
      throw new ConfigurationError(
        "The user of DATABASE_URL may not make roles. Give it CREATEROLE for the first start, or make the roles episodic_owner, episodic_app and episodic_worker yourself (docs/running-in-production.md says how).",
        { cause },
      );
    }
    throw cause;
  } finally {
    await client.end();
  }
}

function isPermissionProblem(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "42501";
}
