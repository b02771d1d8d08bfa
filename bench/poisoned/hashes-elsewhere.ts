import type { Client } from "pg";

interface Place {
  organizationId: string;
  projectId: string;
}

/** Who may, what it may cost and how it is set up: no note changes that for the organization that it was sent in. */
const SETTINGS = ["organization", "membership", "invitation", "budget", "model_choice", "model_price"];
const OF_NOTES = "project";

/** A hash of each table's rows of a project of the same organization, of its settings, and of everything in another organization. */
export async function hashesElsewhere(
  admin: Client,
  { neighbour, stranger }: { neighbour: Place; stranger: Place },
): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
     join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
     where c.table_schema = 'public' and c.column_name in ('organization_id', 'project_id') order by 1, 2`,
  );
  const hashes: Record<string, string> = {};
  const add = async (name: string, table: string, column: string, id: string) => {
    const { rows: found } = await admin.query<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${table}" t where ${column} = $1`,
      [id],
    );
    hashes[`${name}: ${table}`] = found[0]?.hash ?? "";
  };
  for (const { table, column } of rows) {
    if (column === "project_id") await add("the neighbour", table, column, neighbour.projectId);
    else {
      await add("the other organization", table, column, stranger.organizationId);
      if (SETTINGS.includes(table)) await add("the settings", table, column, neighbour.organizationId);
    }
  }
  await add("the neighbour", OF_NOTES, "id", neighbour.projectId);
  await add("the settings", "organization", "id", neighbour.organizationId);
  return hashes;
}
