import { exportCalls } from "#domain/usage/export-calls.ts";
import { exportUsage } from "#domain/usage/export-usage.ts";
import type { Ctx } from "#platform/context.ts";
import type { ChosenPeriod } from "./chosen-period.ts";
import type { UsageFilter } from "./usage-address.ts";
import {
  CALL_COLUMNS,
  DAY_COLUMNS,
  factsOfCall,
  factsOfDay,
  type UsageFormat,
  writeUsage,
} from "./write-usage.ts";

interface ExportToOpen {
  what: "calls" | "days";
  format: UsageFormat;
  period: ChosenPeriod | null;
  filter: UsageFilter;
}

/** The text of an export, made while it is taken, and what its file is called. */
export async function openExport(ctx: Ctx, { what, format, period, filter }: ExportToOpen) {
  const dates = period ? { from: period.from, until: period.until } : {};
  const name = [what === "days" ? "usage" : "calls", ...Object.values(dates)].join("-");
  if (what === "calls") {
    const { pages } = await exportCalls(ctx, { ...filter, ...dates });
    return { name, text: writeUsage(pages, factsOfCall, { format, columns: CALL_COLUMNS }) };
  }
  const { projectId } = filter;
  const { pages, zone } = await exportUsage(ctx, { ...dates, ...(projectId ? { projectId } : {}) });
  const text = writeUsage(pages, (row) => factsOfDay(row, zone), { format, columns: DAY_COLUMNS });
  return { name, text };
}
