import { guarded } from "#domain/people/verb.ts";
import { inOrganization } from "#platform/database.ts";
import { CallFilter } from "./call-filter.ts";
import { listCallsSql } from "./internal/list-calls.sql.ts";
import { readCallPeriod } from "./internal/read-call-period.ts";
import { callValues, toCallLine, type UsageCallLine } from "./internal/read-calls.ts";
import { streamSnapshot } from "./internal/stream-snapshot.ts";

/**
 * All calls that a filter lets through, the newest first; page by page and as of one instant.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export const exportCalls = guarded({ needs: "usage.read", input: CallFilter }, async (ctx, filter) => {
  const { zone, dates } = await inOrganization(ctx, (inside) => readCallPeriod(inside, filter));
  const values = callValues(ctx.organizationId, { ...filter, ...dates });
  return { zone, ...dates, pages: pagesOf() };

  async function* pagesOf(): AsyncGenerator<UsageCallLine[]> {
    for await (const rows of streamSnapshot(ctx, listCallsSql, values)) yield rows.map(toCallLine);
  }
});
