import { z } from "zod";
import { AuditFilter } from "./audit-filter.ts";
import { type AuditLine, readAuditPage } from "./internal/read-audit-page.ts";
import { query } from "./verb.ts";

export type { AuditLine };

const PAGE = 50;

/** A page of the audit log, the newest rows first; `nextBefore` continues it. */
export const listAuditLog = query(
  { needs: "audit.read", input: AuditFilter.extend({ before: z.coerce.bigint().positive().optional() }) },
  async (ctx, { before = null, ...filter }) => {
    const rows = await readAuditPage(ctx, filter, { before, size: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    return { rows: page, nextBefore: rows.length > PAGE ? (page.at(-1)?.sequence ?? null) : null };
  },
);
