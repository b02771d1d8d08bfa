import type pg from "pg";

/** Copies a row of each of these tables under another organization and project; of sources under another source. */
const OF_PROJECT = ["project_schedule", "episode_schedule_queue"] as const;

/**
 * Copies an organization with its model and price, and its one project with its source and run, until there are enough of them: a thousand
 * made one by one would take longer than the outage.
 */
export async function copySeries(
  admin: pg.Client,
  template: { organizationId: string; projectId: string },
  wanted: { organizations: number; projectsOfEach: number },
): Promise<void> {
  const copied = (table: string, changes: string, from: string) =>
    `INSERT INTO ${table} SELECT r.* FROM ${from}, LATERAL jsonb_populate_record(t, jsonb_build_object(${changes})) r`;
  const { organizationId, projectId } = template;
  await admin.query("BEGIN");
  await admin.query(
    copied(
      "organization",
      "'id', gen_random_uuid(), 'name', 'Organization ' || n, 'slug', 'copy-' || n",
      `organization t, generate_series(2, ${wanted.organizations}) n`,
    ).concat(` WHERE t.id = '${organizationId}'`),
  );
  for (const table of ["model_choice", "model_price"]) {
    await admin.query(
      copied(table, "'id', gen_random_uuid(), 'organization_id', o.id", `${table} t, organization o`).concat(
        ` WHERE t.organization_id = '${organizationId}' AND o.id <> t.organization_id`,
      ),
    );
  }
  await admin.query(`
    CREATE TEMP TABLE copy AS
    SELECT o.id AS organization_id, gen_random_uuid() AS project_id, gen_random_uuid() AS source_id
    FROM organization o, generate_series(1, ${wanted.projectsOfEach}) n WHERE n > 1 OR o.id <> '${organizationId}'`);
  const where = (column: string) => ` WHERE t.${column} = '${projectId}'`;
  const own = "'organization_id', c.organization_id, 'project_id', c.project_id";
  await admin.query(
    copied("project", "'id', c.project_id, 'organization_id', c.organization_id", "project t, copy c") +
      where("id"),
  );
  for (const table of OF_PROJECT) {
    const changes = table === "project_schedule" ? own : `'id', gen_random_uuid(), ${own}`;
    await admin.query(copied(table, changes, `${table} t, copy c`) + where("project_id"));
  }
  await admin.query(copied("source", `'id', c.source_id, ${own}`, "source t, copy c") + where("project_id"));
  await admin.query(
    `${copied(
      "source_chunk",
      "'id', gen_random_uuid(), 'organization_id', c.organization_id, 'source_id', c.source_id",
      "source_chunk t JOIN source s ON s.id = t.source_id, copy c",
    )} WHERE s.project_id = '${projectId}'`,
  );
  await admin.query("DROP TABLE copy");
  await admin.query("COMMIT");
}
