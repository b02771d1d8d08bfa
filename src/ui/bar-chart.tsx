import { GridRows } from "@visx/grid";
import { scaleBand, scaleLinear } from "@visx/scale";
import { BarStack } from "@visx/shape";
import { ChartCursor } from "./chart-cursor.tsx";

export interface Bar {
  /** Short, under the bar. */
  label: string;
  /** The whole value in words, for keyboard and pointer: `Thu 5 Nov: 12,300 tokens, of which writing 9,000`. */
  reading: string;
  /** One value for each series, in its unit, from zero. */
  values: Readonly<Record<string, number>>;
  /** Still growing; drawn paler. */
  provisional?: boolean;
}

interface BarChartProps {
  /** What the chart shows, for those who do not see it. */
  title: string;
  /** At most three; the first carries the most weight. */
  series: readonly { key: string; label: string }[];
  bars: readonly Bar[];
  /** Writes a value of the axis, with its unit. */
  formatTick: (value: number) => string;
}

const WIDTH = 1000;
const HEIGHT = 200;
/** Apart in lightness too, so that they differ without colour. */
const FILLS = ["var(--color-ink)", "var(--color-accent)", "var(--color-faint)"];
const PALE = 0.45;

/**
 * Stacked bars from zero, drawn on the server. It stretches to its place; the words around it do not. Places are attributes of SVG, for
 * the page's policy lets no style stand in markup.
 */
export function BarChart({ title, series, bars, formatTick }: BarChartProps) {
  const keys = series.map((one) => one.key);
  const total = (bar: Bar) => keys.reduce((sum, key) => sum + (bar.values[key] ?? 0), 0);
  const x = scaleBand({ domain: bars.map((_, index) => index), range: [0, WIDTH], padding: 0.34 });
  const y = scaleLinear({
    domain: [0, Math.max(1, ...bars.map(total))],
    range: [HEIGHT, 0],
    nice: 4,
  });
  const ticks = y.ticks(4).filter(Number.isInteger);
  const labelled = Math.max(1, Math.ceil(bars.length / 6));
  return (
    <figure aria-label={title}>
      <Legend series={series} isProvisional={bars.some((bar) => bar.provisional)} />
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <svg
          aria-hidden
          className={`h-full ${axisWidth(ticks.map(formatTick))} overflow-visible fill-soft text-xs`}
        >
          {ticks.map((tick) => (
            <text
              key={tick}
              x="100%"
              y={`${(y(tick) / HEIGHT) * 100}%`}
              textAnchor="end"
              dominantBaseline="central"
            >
              {formatTick(tick)}
            </text>
          ))}
        </svg>
        <ChartCursor label={title} readings={bars.map((bar) => bar.reading)}>
          <svg
            aria-hidden
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="block h-44 w-full overflow-visible md:h-52"
          >
            <GridRows
              scale={y}
              width={WIDTH}
              tickValues={ticks}
              stroke="var(--color-line)"
              vectorEffect="non-scaling-stroke"
            />
            <BarStack
              data={[...bars.entries()]}
              keys={keys}
              value={([, bar], key) => bar.values[key] ?? 0}
              x={([index]) => index}
              xScale={x}
              yScale={y}
              color={(key) => FILLS[keys.indexOf(key)] ?? "var(--color-faint)"}
            >
              {(stacks) =>
                stacks.flatMap((stack) =>
                  stack.bars.map((rect) => (
                    <rect
                      key={`${stack.key} ${rect.index}`}
                      x={rect.x}
                      y={rect.y}
                      width={rect.width}
                      height={Math.max(0, rect.height)}
                      fill={rect.color}
                      opacity={bars[rect.index]?.provisional ? PALE : 1}
                    />
                  )),
                )
              }
            </BarStack>
          </svg>
        </ChartCursor>
        <svg aria-hidden className="col-start-2 mt-1.5 h-4 w-full overflow-visible fill-soft text-xs">
          {bars.map((bar, index) => (
            <text key={bar.reading} x={`${(index / bars.length) * 100}%`} y="50%" dominantBaseline="central">
              {index % labelled === 0 ? bar.label : ""}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** Room for the longest word of the axis. */
function axisWidth(words: readonly string[]): string {
  const longest = Math.max(...words.map((word) => word.length));
  if (longest <= 5) return "w-9";
  return longest <= 7 ? "w-12" : "w-16";
}

function Legend({ series, isProvisional }: Pick<BarChartProps, "series"> & { isProvisional: boolean }) {
  const entries =
    series.length > 1 ? series.map((one, index) => ({ ...one, fill: FILLS[index], opacity: 1 })) : [];
  if (isProvisional) entries.push({ key: "provisional", label: "so far", fill: FILLS[0], opacity: PALE });
  if (entries.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-wrap justify-end gap-x-4 text-xs text-soft">
      {entries.map((entry) => (
        <li key={entry.key} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 1 1" className="size-2">
            <path d="M0 0h1v1H0z" fill={entry.fill} opacity={entry.opacity} />
          </svg>
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
