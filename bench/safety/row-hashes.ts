import type { Client } from "pg";

/** A hash of each table's rows of one organization, and of the rows of one person. */
export async function rowHashes(
  admin: Client,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and column_name in ('organization_id', 'user_id')
       and table_name in (select tablename from pg_tables where schemaname = 'public')
     order by 1, 2`,
  );
  const places = [
    ...rows.map((row) => ({ ...row, id: row.column === "user_id" ? userId : organizationId })),
    { table: "organization", column: "id", id: organizationId },
    { table: "user", column: "id", id: userId },
  ];
  const hashes: Record<string, string> = {};
  for (const { table, column, id } of places) {
    const { rows: found } = await admin.query<{ hash: string }>(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from "${table}" t where ${column} = $1`,
      [id],
    );
    hashes[`${table} by ${column}`] = found[0]?.hash ?? "";
  }
  return hashes;
}
