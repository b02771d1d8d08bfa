import path from "node:path";

interface Model {
  domain: string;
  table: string;
  /** What one row is, from the `///` line above the model. */
  says: string;
  /** Tables that this one points to, by the composite or simple keys of its relations. */
  pointsTo: { table: string; isRequired: boolean; isOne: boolean }[];
}

/** The data model as a Markdown page with a Mermaid entity diagram for each domain, made from the Prisma schema's files. */
export function drawDataModel(files: readonly { path: string; content: string }[]): string {
  const models = readModels(files);
  const byDomain = Map.groupBy(models, (model) => model.domain);
  const sections = [...byDomain].map(([domain, own]) => section(domain, own));
  return `${HEAD}\n${sections.join("\n")}`;
}

const HEAD = `# Data model

Made from \`prisma/schema/*.prisma\` by \`npm run episodic -- migrate dump\`; a test compares it. The order of the domains is the one of
\`docs/architecture.md\` where it matters; the exact types, checks, indexes and policies are in \`prisma/schema.sql\`.

Every table but \`user\`, \`session\`, \`sign_in_token\` and \`worker_heartbeat\` belongs to one organization and is walled by row-level security.
Keys between tenant tables are composite, \`(organization_id, x_id)\`, so that no row can point into another tenant.
`;

function section(domain: string, models: readonly Model[]): string {
  const rows = models.map(({ table, says }) => `| \`${table}\` | ${says} |`);
  const lines = models.flatMap(({ table, pointsTo }) =>
    pointsTo.map((target) => {
      const left = target.isRequired ? "||" : "|o";
      const right = target.isOne ? "o|" : "o{";
      return `  ${target.table} ${left}--${right} ${table} : ""`;
    }),
  );
  const alone = models.filter(({ pointsTo }) => pointsTo.length === 0).map(({ table }) => `  ${table}`);
  return `## ${domain}

| table | one row is |
|---|---|
${rows.join("\n")}

\`\`\`mermaid
erDiagram
${[...new Set([...alone, ...lines])].join("\n")}
\`\`\`
`;
}

function readModels(files: readonly { path: string; content: string }[]): Model[] {
  const found = files.flatMap(({ path: file, content }) =>
    [...content.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
      ([, comment = "", name = "", body = ""]) => ({
        domain: path.basename(file, ".prisma"),
        name,
        table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name,
        says: comment.replaceAll("///", "").trim().replace(/\s+/g, " "),
        body,
      }),
    ),
  );
  const tables = new Map(found.map(({ name, table }) => [name, table]));
  return found.map(({ body, ...model }) => ({ ...model, pointsTo: readRelations(body, tables) }));
}

function readRelations(body: string, tables: ReadonlyMap<string, string>): Model["pointsTo"] {
  const relations = body.matchAll(/^\s+\w+\s+(\w+)(\??)\s+@relation\((?:"\w+", )?fields: \[([\w, ]+)\]/gm);
  return [...relations].map(([, target = "", optional = "", fields = ""]) => {
    const key = fields.split(", ");
    const unique = new RegExp(`@@unique\\(\\[${key.join(", ")}\\]`).test(body);
    return { table: tables.get(target) ?? target, isRequired: optional === "", isOne: unique };
  });
}
