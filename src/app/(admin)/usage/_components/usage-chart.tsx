import { BarChart } from "#ui/bar-chart.tsx";
import { Fold } from "#ui/fold.tsx";
import { formatCount } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { Section } from "#ui/page-header.tsx";
import { Segments } from "#ui/segments.tsx";
import type { UsageBar } from "../group-days.ts";
import { MEASURES, type Measure, sayTick, tokensOf, tokensRead } from "../measure.ts";
import { BarTable } from "./bar-table.tsx";

interface UsageChartProps {
  unit: "day" | "month";
  bars: readonly UsageBar[];
  measure: Measure;
  /** The purpose that most of the money went into; undefined where none cost anything. */
  dearest: string | undefined;
  /** What it shows, in words. */
  sentence: string | null;
  zone: string;
  hrefOf: (measure: Measure) => string;
  callsHref: (bar: UsageBar) => string;
}

/** Cost or tokens over time, as a chart, as a sentence and as a table. */
export function UsageChart({
  unit,
  bars,
  measure,
  dearest,
  sentence,
  zone,
  hrefOf,
  callsHref,
}: UsageChartProps) {
  const title = `${MEASURES[measure]} a ${unit}`;
  return (
    <Section
      title={title}
      aside={
        <Segments
          label="Measure"
          segments={(Object.keys(MEASURES) as Measure[]).map((name) => ({
            href: hrefOf(name),
            label: MEASURES[name],
            current: name === measure,
          }))}
        />
      }
    >
      <p className="mb-4 max-w-[70ch] text-sm text-soft">
        {sentence ??
          "Nothing in this period has a cost. The built-in writer is free; its tokens are counted all the same."}
      </p>
      {sentence ? (
        <BarChart
          title={title}
          series={measure === "cost" ? costSeries(dearest) : TOKENS}
          bars={bars.map((bar) => ({
            label: bar.label,
            reading: `${readBar(bar, unit, measure)}${bar.isProvisional ? ", so far" : ""}`,
            values: valuesOf(bar, measure),
            provisional: bar.isProvisional,
          }))}
          formatTick={(value) => sayTick(value, measure)}
        />
      ) : null}
      <div className="mt-5">
        <Fold title="The same as a table">
          <BarTable unit={unit} bars={bars} zone={zone} callsHref={callsHref} />
        </Fold>
      </div>
    </Section>
  );
}

const TOKENS = [
  { key: "read", label: "read" },
  { key: "written", label: "written" },
];

function costSeries(dearest = "All of it") {
  return [
    { key: "dearest", label: dearest.toLowerCase() },
    { key: "rest", label: "everything else" },
  ];
}

function valuesOf(bar: UsageBar, measure: Measure): Record<string, number> {
  if (measure === "cost")
    return { dearest: Number(bar.dearestNanos), rest: Number(bar.costNanos - bar.dearestNanos) };
  return { read: tokensRead(bar), written: bar.outputTokens };
}

function readBar(bar: UsageBar, unit: "day" | "month", measure: Measure): string {
  const name = unit === "day" ? formatDate(bar.from) : bar.title;
  const tokens = `${formatCount(tokensOf(bar))} tokens, ${formatCount(bar.outputTokens)} of them written`;
  return measure === "cost"
    ? `${name}: ${formatMoney(bar.costNanos)} for ${formatCount(bar.callCount)} calls`
    : `${name}: ${tokens}`;
}
