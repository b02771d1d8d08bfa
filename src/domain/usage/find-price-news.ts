import { subSeconds } from "date-fns";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { priceNewsSql } from "./internal/price-news.sql.ts";

/** A price that was entered while a call found none is not overlooked. */
const MARGIN_SECONDS = 10;

/** Work on a project that stopped because a model has no price. */
export interface WithoutPrice {
  projectId: string;
  since: Date;
}

/**
 * Which of these may find things changed: a price began to hold or a model was chosen since, or no hard ceiling applies any more, under which alone a
 * missing price is a refusal. Whether it is enough is seen when the call is tried.
 */
export async function findPriceNews(ctx: TxCtx, waiting: readonly WithoutPrice[]): Promise<boolean[]> {
  const rows = await runSql(ctx.tx, priceNewsSql, [
    ctx.organizationId,
    ctx.clock.now(),
    waiting.map(({ projectId }) => projectId),
    waiting.map(({ since }) => subSeconds(since, MARGIN_SECONDS).toISOString()),
  ]);
  return rows.map(({ hasNews }) => hasNews);
}
