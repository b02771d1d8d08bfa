import Link from "next/link";
import type { UsageSums } from "#domain/usage/get-usage.ts";
import { formatPlural } from "#ui/format/format-count.ts";

interface UsageNoticesProps {
  total: UsageSums;
  unpricedHref: string;
  estimatedHref: string;
}

/** What the sums do not know: calls without a price, and calls that were settled at the worst case. */
export function UsageNotices({ total, unpricedHref, estimatedHref }: UsageNoticesProps) {
  const { unpricedCount, estimatedCount } = total;
  if (unpricedCount === 0 && estimatedCount === 0) return null;
  return (
    <div className="mb-6 max-w-[70ch] space-y-2">
      {unpricedCount > 0 ? (
        <p className="border-l-2 border-bad pl-3">
          <Link className="link" href={unpricedHref}>
            {formatPlural(unpricedCount, "call")}
          </Link>{" "}
          {unpricedCount === 1 ? "has" : "have"} no price, so what {unpricedCount === 1 ? "it" : "they"} cost
          is not known and in no sum.{" "}
          <Link className="link" href="/usage/prices">
            Enter the missing prices
          </Link>
        </p>
      ) : null}
      {estimatedCount > 0 ? (
        <p className="border-l-2 border-warn pl-3 text-soft">
          <Link className="link" href={estimatedHref}>
            {formatPlural(estimatedCount, "call")}
          </Link>{" "}
          {estimatedCount === 1 ? "is" : "are"} estimated: nobody came back to say what was used, so the most
          that it could have been is counted.
        </p>
      ) : null}
    </div>
  );
}
