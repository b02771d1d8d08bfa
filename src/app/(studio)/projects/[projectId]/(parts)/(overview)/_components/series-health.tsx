import type { SeriesHealth } from "#domain/episodes/get-series-health.ts";
import { Section } from "#ui/page-header.tsx";
import { SparkBars } from "#ui/spark-bars.tsx";
import { type Figure, sayEach, sayTrend, sayValue } from "./say-trend.ts";

/** So many of the bars are the episodes that the figure is about. */
const PRESENT = 5;

interface HealthFigure extends Figure {
  name: string;
  /** How it is counted, in a sentence. */
  means: string;
  each: readonly (number | null)[];
}

function figuresOf({ repetition, citation, honoured, waiting, completion }: SeriesHealth): HealthFigure[] {
  return [
    {
      name: "Repetition",
      means: "Wording that earlier episodes have already, recap and recall left out.",
      unit: "share",
      better: "lower",
      ...repetition,
    },
    {
      name: "Citation",
      means: "Words in blocks that name the passage they rest on.",
      unit: "share",
      better: "higher",
      ...citation,
    },
    {
      name: "Notes honoured",
      means: "Planning notes that were used, those used in part counted as half.",
      unit: "share",
      better: "higher",
      ...honoured,
    },
    {
      name: "Notes waiting",
      means: "Planning notes that no episode has taken up yet, now.",
      unit: "count",
      better: "lower",
      ...waiting,
    },
    {
      name: "Completion",
      means: "Slots whose episode was out within two seconds. Cancelled ones don’t count.",
      unit: "share",
      better: "higher",
      ...completion,
    },
  ];
}

/** Five numbers of a series over its last five episodes, each with its trend in words and as bars. */
export function SeriesHealthFigures({ health }: { health: SeriesHealth }) {
  const figures = figuresOf(health);
  return (
    <Section title="Series health">
      <p className="mb-3 text-sm text-soft">
        {health.episodes === 0
          ? "Measured as soon as the first episode is written."
          : "The last five episodes, against the five before."}
      </p>
      <ul className="border-t border-line">
        {figures.map((figure) => (
          <FigureRow key={figure.name} figure={figure} />
        ))}
      </ul>
    </Section>
  );
}

function FigureRow({ figure }: { figure: HealthFigure }) {
  const { name, means, unit, now, each } = figure;
  const { arrow, words } = sayTrend(figure);
  const highest = unit === "share" ? 1 : Math.max(1, ...each.map((value) => value ?? 0));
  const heights = each.map((value) => (value === null ? null : value / highest));
  return (
    <li className="flex items-start justify-between gap-4 border-b border-line py-3" title={means}>
      <div className="min-w-0">
        <p className="text-sm text-soft">
          {name}
          <span className="sr-only">. {means}</span>
        </p>
        <p className="title mt-0.5 text-xl">{sayValue(now, unit)}</p>
        <p className="mt-0.5 text-sm text-soft">
          {arrow === "" ? null : <span aria-hidden>{arrow} </span>}
          {words}
        </p>
      </div>
      {each.length > 1 ? (
        <div className="mt-1 shrink-0">
          <SparkBars reading={sayEach(name, each, unit)} values={heights} present={PRESENT} />
        </div>
      ) : null}
    </li>
  );
}
