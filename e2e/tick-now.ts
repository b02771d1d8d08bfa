import { parseEnv } from "#platform/env.ts";
import { withClient } from "#platform/postgres/with-client.ts";
import { openInstallation } from "../src/cli/installation.ts";

/** Has the ticker of the system under test look at once for what is due: it comes once a minute, for which a test can't wait. */
export async function tickNow(): Promise<void> {
  const { adminUrl } = await openInstallation(parseEnv({ DATA_DIR: ".data/e2e" }));
  await withClient(adminUrl, (client) =>
    client.query("select graphile_worker.add_job('tick_cadences', '{}'::json)"),
  );
}
