import type { UsageSums } from "#domain/usage/get-usage.ts";
import { BarChart } from "#ui/bar-chart.tsx";
import { formatCompact, formatCount } from "#ui/format/format-count.ts";
import { formatDate, formatDay } from "#ui/format/format-date.ts";
import { tokensOf, tokensRead } from "../say-usage.ts";

interface DayChartProps {
  days: readonly (UsageSums & { date: string; isProvisional: boolean })[];
}

/** Tokens a day, read and written. */
export function DayChart({ days }: DayChartProps) {
  return (
    <BarChart
      title="Tokens a day"
      series={[
        { key: "read", label: "read" },
        { key: "written", label: "written" },
      ]}
      bars={days.map((day) => ({
        label: formatDay(day.date),
        reading: `${formatDate(day.date)}: ${formatCount(tokensOf(day))} tokens, ${formatCount(day.outputTokens)} of them written${day.isProvisional ? ", so far" : ""}`,
        values: { read: tokensRead(day), written: day.outputTokens },
        provisional: day.isProvisional,
      }))}
      formatTick={formatCompact}
    />
  );
}
