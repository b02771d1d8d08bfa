import pg from "pg";

/**
 * The real schema of a database as SQL text, read from the catalogue: types, tables, constraints, indexes, functions, policies and
 * grants, in an order that does not depend on how they came to be. For comparing, not for restoring.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Expressions are printed by the server with the schema's name wherever it is not on the path.
    await client.query("set search_path = public");
    const parts: string[] = [];
    for (const { title, text } of SECTIONS) {
      const { rows } = await client.query<{ line: string }>(text);
      parts.push(`-- ${title}`, ...rows.map((row) => row.line), "");
    }
    return parts.join("\n");
  } finally {
    await client.end();
  }
}

const OWN_TABLES = `
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'`;

const SECTIONS = [
  {
    title: "Types",
    text: `
      select format('CREATE TYPE %I AS ENUM (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
      from pg_type t join pg_enum e on e.enumtypid = t.oid
      where t.typnamespace = 'public'::regnamespace
      group by t.typname order by t.typname`,
  },
  {
    title: "Functions",
    text: `
      select pg_get_functiondef(p.oid) || ';' || coalesce(E'\\n-- may execute: ' || array_to_string(p.proacl, ', '), '') as line
      from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`,
  },
  {
    title: "Tables",
    text: `
      select format(E'CREATE TABLE %I (\\n%s\\n);', c.relname, (
        select string_agg(
          format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            case when a.attnotnull then ' NOT NULL' else '' end,
            coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')),
          E',\\n' order by a.attname)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as line
      ${OWN_TABLES} order by c.relname`,
  },
  {
    title: "Constraints",
    text: `
      select format('ALTER TABLE %I ADD CONSTRAINT %I %s;', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' and c.relname <> '_prisma_migrations'
      order by c.relname, k.conname`,
  },
  {
    title: "Indexes",
    text: `
      select indexdef || ';' as line from pg_indexes
      where schemaname = 'public' and tablename <> '_prisma_migrations' order by indexname`,
  },
  {
    title: "Row security",
    text: `
      select format('ALTER TABLE %I %s ROW LEVEL SECURITY, %s ROW LEVEL SECURITY;', c.relname,
        case when c.relrowsecurity then 'ENABLE' else 'DISABLE' end,
        case when c.relforcerowsecurity then 'FORCE' else 'NO FORCE' end) as line
      ${OWN_TABLES} order by c.relname`,
  },
  {
    title: "Policies",
    text: `
      select format('CREATE POLICY %I ON %I FOR %s TO %s%s%s;', policyname, tablename, cmd, array_to_string(roles, ', '),
        coalesce(' USING ' || qual, ''), coalesce(' WITH CHECK ' || with_check, '')) as line
      from pg_policies where schemaname = 'public' order by tablename, policyname`,
  },
  {
    title: "Grants",
    text: `
      select format('GRANT %s ON %I TO %I;', string_agg(privilege_type, ', ' order by privilege_type), table_name, grantee) as line
      from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('episodic_app', 'episodic_worker')
      group by table_name, grantee order by table_name, grantee`,
  },
];
