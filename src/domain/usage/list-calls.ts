import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { CallFilter } from "./call-filter.ts";
import { readCallPeriod } from "./internal/read-call-period.ts";
import { type CallPlace, readCalls, type UsageCallLine } from "./internal/read-calls.ts";

export type { UsageCallLine };

const PAGE = 50;

/** Where a page ended: the instant and the id of its last call, as text that fits into an address. */
const Cursor = z
  .string()
  .regex(/^\d{1,13}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .transform((text): CallPlace => {
    const [at = "", id = ""] = text.split("_");
    return { occurredAt: new Date(Number(at)), id };
  });

/**
 * A page of single calls, the newest first, with what each used, what it was priced by and what it was for; `nextCursor` continues it.
 *
 * @throws AppError INVALID for a period that ends before it begins or spans more than two years
 */
export const listCalls = query(
  { needs: "usage.read", input: CallFilter.extend({ cursor: Cursor.optional() }) },
  async (ctx, { cursor, ...filter }) => {
    const period = await readCallPeriod(ctx, filter);
    const rows = await readCalls(
      ctx,
      { ...filter, ...period.dates },
      { after: cursor ?? null, size: PAGE + 1 },
    );
    const calls = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? calls.at(-1) : undefined;
    return {
      zone: period.zone,
      today: period.today,
      /** The dates that were asked for; undefined for all calls of one run or episode. */
      from: period.dates.from,
      until: period.dates.until,
      calls,
      nextCursor: last ? `${last.occurredAt.getTime()}_${last.id}` : null,
    };
  },
);
