import { z } from "zod";
import { inOrganization } from "#platform/database.ts";
import { recordAudit } from "../activity/record-audit.ts";
import { AuditFilter } from "./audit-filter.ts";
import { type AuditLine, readAuditPage } from "./internal/read-audit-page.ts";
import { guarded } from "./verb.ts";

const PAGE = 1_000;

/**
 * All rows of the audit log that a filter lets through, the newest first, page by page; each page in a transaction of its own, because
 * whoever takes them may be slow. That it was exported is itself a row, and the rows are those from before it.
 */
export const exportAuditLog = guarded(
  { needs: "audit.read", input: AuditFilter.extend({ format: z.enum(["csv", "jsonl"]) }) },
  async (ctx, { format, ...filter }): Promise<AsyncGenerator<AuditLine[]>> => {
    const start = await inOrganization(ctx, async (inside) => {
      const { zone: _, ...asked } = filter;
      await recordAudit(inside, {
        action: "audit.export",
        targetType: "organization",
        targetId: ctx.organizationId,
        after: { format, ...asked },
      });
      const { sequence } = await inside.tx.auditHead.findUniqueOrThrow({
        where: { organizationId: ctx.organizationId },
        select: { sequence: true },
      });
      return sequence;
    });
    return pages();

    async function* pages(): AsyncGenerator<AuditLine[]> {
      let before = start;
      for (;;) {
        const page = await inOrganization(ctx, (inside) =>
          readAuditPage(inside, filter, { before, size: PAGE }),
        );
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (!last || page.length < PAGE) return;
        before = last.sequence;
      }
    }
  },
);
