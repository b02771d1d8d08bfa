import type { TxCtx } from "#platform/context.ts";
import type { CallFilter } from "../call-filter.ts";
import { readUsagePeriod } from "./read-usage-period.ts";

/** The dates that a filter stands for; none of one run or episode, unless they are named. */
export async function readCallPeriod(ctx: TxCtx, filter: CallFilter) {
  const { zone, today, from, until } = await readUsagePeriod(ctx, filter);
  const isOfOne =
    filter.queueId !== undefined || filter.episodeId !== undefined || filter.callId !== undefined;
  const dates = isOfOne && !filter.from && !filter.until ? {} : { from, until };
  return { zone, today, dates: dates as { from?: string; until?: string } };
}
