import { runMigrations } from "graphile-worker";
import pg from "pg";

/**
 * Installs or upgrades the queue library's own schema as the owner, and lets the worker's role work in it. The library walls its
 * tables by row security without a policy, which leaves them to their owner alone: hence the policies.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}

const GRANTS = `
GRANT USAGE ON SCHEMA graphile_worker TO episodic_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO episodic_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO episodic_worker;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO episodic_worker;
DO $$
DECLARE
  walled text;
BEGIN
  FOR walled IN
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'worker_works')
  LOOP
    EXECUTE format('CREATE POLICY worker_works ON graphile_worker.%I TO episodic_worker USING (true) WITH CHECK (true)', walled);
  END LOOP;
END $$;`;
