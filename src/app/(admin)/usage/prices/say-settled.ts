import { formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";

/** What became of the calls that waited for a price. */
export function saySettled({
  settledCalls,
  settledNanos,
}: {
  settledCalls: number;
  settledNanos: bigint;
}): string {
  if (settledCalls === 0) return "";
  const were = settledCalls === 1 ? "was" : "were";
  return `${formatPlural(settledCalls, "call")} without a price ${were} settled: ${formatMoney(settledNanos)}.`;
}
