import { z } from "zod";
import { guarded } from "#domain/people/verb.ts";
import { inOrganization } from "#platform/database.ts";
import { exportUsageSql, type UsageDayRow } from "./internal/export-usage.sql.ts";
import { readUsagePeriod } from "./internal/read-usage-period.ts";
import { streamSnapshot } from "./internal/stream-snapshot.ts";
import { UsagePeriod } from "./usage-period.ts";

export type { UsageDayRow };

/**
 * What was used in a period, a row for each day, project, model and purpose, the oldest first; page by page and as of one instant.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export const exportUsage = guarded(
  { needs: "usage.read", input: UsagePeriod.extend({ projectId: z.uuid().optional() }) },
  async (ctx, { projectId = null, ...asked }) => {
    const { zone, from, until } = await inOrganization(ctx, (inside) => readUsagePeriod(inside, asked));
    const pages = streamSnapshot(ctx, exportUsageSql, [ctx.organizationId, from, until, projectId]);
    return { zone, from, until, pages };
  },
);
