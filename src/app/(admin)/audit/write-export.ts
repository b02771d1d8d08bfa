import { writeCsv } from "#app/write-csv.ts";
import type { AuditLine } from "#domain/people/list-audit-log.ts";

export type ExportFormat = "csv" | "jsonl";

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};

const COLUMNS = [
  "number",
  "at",
  "who_kind",
  "who_id",
  "who",
  "action",
  "target_kind",
  "target_id",
  "target",
  "before",
  "after",
  "address",
  "user_agent",
] as const;

/** Writes pages of the log as a file, while it is being read. Instants are ISO 8601 in UTC. */
export async function* writeExport(
  pages: AsyncIterable<AuditLine[]>,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === "csv") yield writeCsv([COLUMNS]);
  for await (const page of pages) {
    const facts = page.map(factsOf);
    if (format === "jsonl") yield facts.map((row) => `${JSON.stringify(row)}\n`).join("");
    else yield writeCsv(facts.map((row) => COLUMNS.map((column) => cell(row[column]))));
  }
}

type Facts = Record<(typeof COLUMNS)[number], unknown>;

function factsOf({ sequence, occurredAt, who, target, ...row }: AuditLine): Facts {
  return {
    number: Number(sequence),
    at: occurredAt.toISOString(),
    who_kind: who.kind.toLowerCase(),
    who_id: who.id,
    who: who.name,
    action: row.action,
    target_kind: target.type,
    target_id: row.targetId,
    target: target.name,
    before: row.before,
    after: row.after,
    address: row.address,
    user_agent: row.userAgent,
  };
}

function cell(held: unknown): unknown {
  return typeof held === "object" && held !== null ? JSON.stringify(held) : held;
}
