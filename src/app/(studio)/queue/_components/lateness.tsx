import Link from "next/link";
import { runName } from "#app/(studio)/_components/run-name.ts";
import { SAY_WHY } from "#app/(studio)/_components/say-lateness.ts";
import type { getLateness } from "#domain/schedule/get-lateness.ts";
import { BarChart } from "#ui/bar-chart.tsx";
import { formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDate, formatDay } from "#ui/format/format-date.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Section } from "#ui/page-header.tsx";
import { Stat, Stats } from "#ui/stat.tsx";

type Lateness = Awaited<ReturnType<typeof getLateness>>;

const SERIES = [
  { key: "onTime", label: "On time" },
  { key: "late", label: "Late" },
] as const;

/** How punctual the cadence was: the rate, the lateness, and what was late with what held it up. */
export function LatenessSection({ lateness }: { lateness: Lateness }) {
  const { published, late, medianMs, p95Ms, worstMs, days, latest, zone } = lateness;
  if (published === 0) {
    return (
      <Section title="On time, last 7 days">
        <p className="text-soft">No slot came in the last seven days.</p>
      </Section>
    );
  }
  return (
    <Section title="On time, last 7 days">
      <p className="mb-4 max-w-[65ch] text-soft">
        {formatPlural(published, "episode was", "episodes were")} published by the cadence,{" "}
        {sayShare(published, late)} within two seconds of their slots. Days by the clock of {zoneCity(zone)}.
      </p>
      <Stats>
        <Stat
          label="Published"
          value={formatCount(published)}
          note={late === 0 ? "All on time" : `${formatCount(late)} late`}
        />
        <Stat label="Half within" value={say(medianMs)} note="of their slots" />
        <Stat label="95 % within" value={say(p95Ms)} note="of their slots" />
        <Stat label="Worst" value={say(worstMs)} note="after its slot" />
      </Stats>
      <div className="mt-6">
        <BarChart
          title="Episodes published a day"
          series={SERIES}
          bars={days.map(({ day, published: all, late: lateOnes }) => ({
            label: formatDay(day),
            reading: `${formatDate(day)}: ${formatPlural(all, "episode")}, ${formatCount(lateOnes)} late`,
            values: { onTime: all - lateOnes, late: lateOnes },
          }))}
          formatTick={formatCount}
        />
      </div>
      {latest.length > 0 ? (
        <ul aria-label="Late episodes" className="mt-6 border-t border-line">
          {latest.map((run) => (
            <li key={run.id} className="border-b border-line py-2.5">
              <Link className="link" href={`/projects/${run.projectId}/runs/${run.id}`}>
                {runName(run)}
              </Link>
              <p className="text-sm text-soft">
                {run.project.title} · {formatDuration(run.lateMs)} late · {SAY_WHY[run.why]}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function say(milliseconds: number | null): string {
  return milliseconds === null ? "–" : formatDuration(milliseconds);
}

/** Rounded down, so that "100 %" is all of them. */
function sayShare(published: number, late: number): string {
  const share = Math.floor(((published - late) / published) * 1000) / 10;
  return late === 0 ? "all of them" : `${share} % of them`;
}
