import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { holdOrganizationSql } from "../hold-organization.sql.ts";
import { countSpentSql } from "./count-spent.sql.ts";
import { priceUnpricedCallsSql } from "./price-unpriced-calls.sql.ts";

/** Prices the calls that wait for this price, counts them under the ceilings, and opens their days. Twice changes nothing. */
export async function settleUnpricedCalls(
  ctx: TxCtx,
  priceId: string,
): Promise<{ calls: number; costNanos: bigint }> {
  const { tx, organizationId, clock } = ctx;
  await runSql(tx, holdOrganizationSql, [organizationId]);
  const priced = await runSql(tx, priceUnpricedCallsSql, [organizationId, priceId, clock.now()]);
  if (priced.length > 0) {
    await runSql(tx, countSpentSql, [
      organizationId,
      priced.map(({ projectId }) => projectId),
      priced.map(({ episodeId }) => episodeId),
      priced.map(({ day }) => day),
      priced.map(({ costNanos }) => costNanos),
    ]);
  }
  return {
    calls: priced.reduce((sum, { calls }) => sum + Number(calls), 0),
    costNanos: priced.reduce((sum, { costNanos }) => sum + costNanos, 0n),
  };
}
