import { parseEnv } from "#platform/env.ts";
import { withClient } from "#platform/postgres/with-client.ts";
import { openInstallation } from "../src/cli/installation.ts";

/** Proposes memories to the project of an address, as an episode does that has honoured a note: for that a test would wait minutes. */
export async function proposeMemories(projectAddress: string, texts: readonly string[]): Promise<void> {
  const projectId = projectAddress.split("/").at(-1);
  const { adminUrl } = await openInstallation(parseEnv({ DATA_DIR: ".data/e2e" }));
  await withClient(adminUrl, (client) =>
    client.query(
      `with note as (
        insert into planning_note (organization_id, project_id, text) select organization_id, id, 'As discussed.' from project where id = $1
        returning id, organization_id, project_id)
      insert into agent_memory (organization_id, project_id, kind, text, origin, origin_note_id)
        select organization_id, project_id, 'DECISION', proposed, 'NOTE', id from note, unnest($2::text[]) proposed`,
      [projectId, texts],
    ),
  );
}
