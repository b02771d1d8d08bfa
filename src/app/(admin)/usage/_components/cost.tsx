import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** What something cost. Calls without a price are in no sum, so the sum says that it is not the whole. */
export function Cost({ sums: { costNanos, unpricedCount, callCount } }: { sums: UsageSums }) {
  if (unpricedCount === 0) return formatMoney(costNanos);
  if (unpricedCount === callCount) return <span className="text-bad">no price</span>;
  return (
    <>
      <span
        aria-hidden
        className="text-soft"
        title={`and ${formatPlural(unpricedCount, "call")} without a price`}
      >
        ≥{" "}
      </span>
      <span className="sr-only">at least </span>
      {formatMoney(costNanos)}
    </>
  );
}
