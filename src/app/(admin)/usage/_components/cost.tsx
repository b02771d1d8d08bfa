import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** What something cost. Calls without a price are in no sum, so the sum says that it is not the whole. */
export function Cost({ sums: { costNanos, unpricedCount, callCount } }: { sums: UsageSums }) {
  if (unpricedCount === 0) return formatMoney(costNanos);
  if (unpricedCount === callCount) return <span className="text-bad">no price</span>;
  return (
    <>
      <span className="text-bad">more than </span>
      {formatMoney(costNanos)}
    </>
  );
}
