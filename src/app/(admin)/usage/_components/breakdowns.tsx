import { NONE } from "#domain/usage/call-filter.ts";
import { describeProvider } from "#domain/usage/describe-provider.ts";
import type { Usage } from "#domain/usage/get-usage.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { Section } from "#ui/page-header.tsx";
import type { ChosenPeriod } from "../chosen-period.ts";
import type { Measure } from "../measure.ts";
import { callsAddress, overviewAddress, type UsageFilter } from "../usage-address.ts";
import { SumsTable } from "./sums-table.tsx";

interface BreakdownsProps {
  usage: Usage;
  period: ChosenPeriod;
  projectId: string | undefined;
  measure: Measure;
  /** The measure as the address asks for it, to be kept in links. */
  asked: Measure | undefined;
}

/** The dearest of the period that are shown by name; the calls have them all. */
const EPISODES = 10;

/** The whole, divided in every way that there is; each row leads to its calls. */
export function Breakdowns({ usage, period, projectId, measure, asked }: BreakdownsProps) {
  const { total } = usage;
  const calls = (more: UsageFilter) => callsAddress(period, { ...(projectId ? { projectId } : {}), ...more });
  return (
    <>
      <Section title="By project">
        <SumsTable
          head="Project"
          total={total}
          measure={measure}
          rows={usage.byProject.map((row) => ({
            ...row,
            key: row.projectId ?? NONE,
            name: row.title ?? "No project",
            href:
              row.projectId && !projectId
                ? overviewAddress({ period, measure: asked, projectId: row.projectId })
                : null,
            callsHref: calls({ projectId: row.projectId ?? NONE }),
          }))}
        />
      </Section>
      <Section title="By purpose">
        <SumsTable
          head="Purpose"
          total={total}
          measure={measure}
          rows={usage.byPurpose.map((row) => ({
            ...row,
            key: row.purpose,
            name: row.label,
            callsHref: calls({ purpose: row.purpose }),
          }))}
        />
      </Section>
      <Section title="By model">
        <SumsTable
          head="Model"
          total={total}
          measure={measure}
          rows={usage.byModel.map((row) => ({
            ...row,
            key: `${row.provider} ${row.model}`,
            name: row.model,
            under: describeProvider(row.provider),
            callsHref: calls({ provider: row.provider, model: row.model }),
          }))}
        />
      </Section>
      <Section title="By person">
        <SumsTable
          head="Person"
          total={total}
          measure={measure}
          rows={usage.byPerson.map((row) => ({
            ...row,
            key: row.userId ?? NONE,
            name: row.userId === null ? "The cadences" : row.name || "Without a name",
            under: row.userId === null ? "scheduled, asked for by nobody" : undefined,
            callsHref: calls({ userId: row.userId ?? NONE }),
          }))}
        />
      </Section>
      {usage.byEpisode.length > 0 ? (
        <Section title="By episode" aside={sayEpisodes(usage)}>
          <SumsTable
            head="Episode"
            total={total}
            measure={measure}
            rows={usage.byEpisode.slice(0, EPISODES).map((row) => ({
              ...row,
              key: row.episodeId,
              name: row.title ?? "Not written yet",
              under: [row.projectTitle, sayReaders(row)].filter(Boolean).join(" · "),
              href: row.publishedAt ? `/read/${row.episodeId}` : runHref(row),
              callsHref: calls({ episodeId: row.episodeId }),
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}

function sayEpisodes({ episodes, byEpisode }: Usage): string {
  const shown = Math.min(EPISODES, byEpisode.length);
  return shown < episodes.count
    ? `the ${shown} dearest of ${episodes.count}`
    : formatPlural(episodes.count, "episode");
}

function sayReaders({ readerCount, perReaderNanos }: Usage["byEpisode"][number]): string {
  if (readerCount === 0) return "no reader yet";
  const each = perReaderNanos ? `, ${formatMoney(perReaderNanos)} each` : "";
  return `${formatPlural(readerCount, "reader")}${each}`;
}

function runHref({ projectId, queueId }: Usage["byEpisode"][number]): string | null {
  return projectId && queueId ? `/projects/${projectId}/runs/${queueId}` : null;
}
