import type { getReconciliation } from "#domain/usage/get-reconciliation.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { When } from "#ui/when.tsx";

interface ReconciledProps {
  reconciliation: Awaited<ReturnType<typeof getReconciliation>>;
  zone: string;
}

/** By whose days the page counts, and when its sums were last compared with the ledger. */
export function Reconciled({ reconciliation: last, zone }: ReconciledProps) {
  return (
    <p className="mt-10 max-w-[70ch] text-sm text-soft">
      Days begin at midnight in {zoneCity(zone)}; a call belongs to the day on which it was made. Today is
      provisional, and so is a day for which a call is reported late.{" "}
      {last === null ? (
        "The sums are compared with the ledger once a week, and were not yet."
      ) : (
        <>
          The sums were last compared with the ledger on <When at={last.comparedAt} zone={zone} />, over{" "}
          {formatPlural(last.daysCompared, "day")}: {sayDrift(last.drift)}
        </>
      )}
    </p>
  );
}

type Drift = NonNullable<ReconciledProps["reconciliation"]>["drift"];

function sayDrift(drift: Drift): string {
  if (drift.length === 0) return "all agreed.";
  const off = drift.reduce((sum, { ledgerNanos, foundNanos }) => {
    const difference = ledgerNanos - foundNanos;
    return sum + (difference < 0n ? -difference : difference);
  }, 0n);
  return `${formatPlural(drift.length, "sum")} were off by ${formatMoney(off)} together, and were mended.`;
}
