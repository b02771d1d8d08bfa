import type { forecastSpending } from "#domain/usage/forecast-spending.ts";
import type { Usage, UsageSums } from "#domain/usage/get-usage.ts";
import { formatCompact, formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { Stat, Stats } from "#ui/stat.tsx";
import { amountOf, type Measure, sayChange, tokensOf, tokensRead } from "../measure.ts";
import { Cost } from "./cost.tsx";

interface UsageStatsProps {
  usage: Usage;
  month: Awaited<ReturnType<typeof forecastSpending>>;
  /** What the period before is, in words that follow a difference: `on the 30 days before`. */
  than: string;
  measure: Measure;
}

/** The few figures of a period, each beside what it was before. */
export function UsageStats({ usage, month, than, measure }: UsageStatsProps) {
  const change = (of: (sums: UsageSums) => number) => (
    <Change now={of(usage.total)} before={of(usage.previous.total)} than={than} />
  );
  const { total, episodes } = usage;
  if (measure === "tokens")
    return (
      <Stats>
        <Stat label="Tokens" value={formatCompact(tokensOf(total))} note={change(tokensOf)} />
        <Stat label="Tokens read" value={formatCompact(tokensRead(total))} note={change(tokensRead)} />
        <Stat
          label="Tokens written"
          value={formatCompact(total.outputTokens)}
          note={change((sums) => sums.outputTokens)}
        />
        <Stat label="Calls" value={formatCount(total.callCount)} note={change((sums) => sums.callCount)} />
      </Stats>
    );
  return (
    <Stats>
      <Stat label="Spent" value={<Cost sums={total} />} note={change((sums) => amountOf(sums, "cost"))} />
      <Stat
        label={`Forecast for ${monthName(month.startsOn)}`}
        value={month.forecast ? formatMoney(month.forecast.midNanos) : "–"}
        note={sayRange(month)}
      />
      <Stat
        label="An episode"
        value={episodes.perEpisodeNanos === null ? "–" : formatMoney(episodes.perEpisodeNanos)}
        note={`on average, ${formatPlural(episodes.count, "episode")}`}
      />
      <Stat
        label="A reader"
        value={episodes.perReaderNanos === null ? "–" : formatMoney(episodes.perReaderNanos)}
        note={
          episodes.readerCount === 0
            ? "nobody read yet"
            : `on average, ${formatPlural(episodes.readerCount, "reader")}`
        }
      />
    </Stats>
  );
}

function Change({ now, before, than }: { now: number; before: number; than: string }) {
  const change = sayChange(now, before);
  return change === null ? `nothing ${than}` : `${change} ${than}`;
}

function sayRange({ forecast, spentNanos }: UsageStatsProps["month"]): string {
  if (!forecast) return `too early to say; ${formatMoney(spentNanos)} so far`;
  const [low, high] = [formatMoney(forecast.lowNanos), formatMoney(forecast.highNanos)];
  return low === high ? "nothing more is due" : `${low} to ${high}`;
}

function monthName(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" });
}
