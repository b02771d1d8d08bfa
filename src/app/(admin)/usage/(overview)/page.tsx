import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { getUsage } from "#domain/usage/get-usage.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Fold } from "#ui/fold.tsx";
import { formatCompact, formatCount, formatPlural } from "#ui/format/format-count.ts";
import { formatDay } from "#ui/format/format-date.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Section } from "#ui/page-header.tsx";
import { Segments } from "#ui/segments.tsx";
import { Stat, Stats } from "#ui/stat.tsx";
import { DayChart } from "../_components/day-chart.tsx";
import { DayTable } from "../_components/day-table.tsx";
import { SumsTable } from "../_components/sums-table.tsx";
import { sayDays, tokensRead } from "../say-usage.ts";
import { periodStart, readPeriod, USAGE_PERIODS, type UsagePeriod } from "../usage-period.ts";

interface UsagePageProps {
  searchParams: Promise<{ period?: string | string[]; project?: string | string[] }>;
}

export default async function UsagePage({ searchParams }: UsagePageProps) {
  const { period: asked, project } = await searchParams;
  const period = readPeriod(asked);
  const projectId = typeof project === "string" ? project : undefined;
  const { ctx, organization } = await requireSignedIn();
  const today = ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: organization.reportingZone });
  const usage = await orNotFound(
    getUsage(ctx, { from: periodStart(period, today), until: today, ...(projectId ? { projectId } : {}) }),
  );
  const { total, byDay } = usage;
  const only = projectId ? usage.byProject[0]?.title : null;
  return (
    <>
      {only ? (
        <p className="mb-4 text-soft">
          {only} alone.{" "}
          <Link className="link" href={address(period)}>
            All projects
          </Link>
        </p>
      ) : null}
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segments
          label="Period"
          segments={(Object.keys(USAGE_PERIODS) as UsagePeriod[]).map((name) => ({
            href: address(name, projectId),
            label: USAGE_PERIODS[name],
            current: name === period,
          }))}
        />
        <p className="text-sm text-soft">
          {formatDay(usage.from)} – {formatDay(usage.until)}, {zoneCity(usage.zone)} days · today is
          provisional
        </p>
      </div>
      <Stats>
        <Stat
          label="Spent"
          value={formatMoney(total.costNanos)}
          note={total.costNanos === 0n ? "the built-in writer is free" : undefined}
        />
        <Stat
          label="Tokens read"
          value={formatCompact(tokensRead(total))}
          note={formatCount(tokensRead(total))}
        />
        <Stat
          label="Tokens written"
          value={formatCompact(total.outputTokens)}
          note={formatCount(total.outputTokens)}
        />
        <Stat
          label="Calls"
          value={formatCompact(total.callCount)}
          note={
            total.estimatedCount > 0 ? `${formatPlural(total.estimatedCount, "call")} estimated` : "all exact"
          }
        />
      </Stats>
      {total.callCount === 0 ? (
        <div className="mt-8">
          <EmptyState title="Nothing was used in this period">
            Every phase of every run leaves a row in the ledger, those of the built-in writer too. They appear
            here at once.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mt-10">
            <Section title="Tokens a day">
              <p className="mb-4 max-w-[70ch] text-sm text-soft">{sayDays(byDay)}</p>
              <DayChart days={byDay} />
              <div className="mt-5">
                <Fold title="The same as a table">
                  <DayTable days={byDay} zone={usage.zone} />
                </Fold>
              </div>
            </Section>
          </div>
          <Section title="By project">
            <SumsTable
              head="Project"
              total={total}
              rows={usage.byProject.map((row) => ({
                ...row,
                key: row.projectId ?? "none",
                name: row.title ?? "No project",
                href: row.projectId && !projectId ? address(period, row.projectId) : null,
              }))}
            />
          </Section>
          <Section title="By purpose">
            <SumsTable
              head="Purpose"
              total={total}
              rows={usage.byPurpose.map((row) => ({ ...row, key: row.purpose, name: row.label, href: null }))}
            />
          </Section>
          <Section title="By model">
            <SumsTable
              head="Model"
              total={total}
              rows={usage.byModel.map((row) => ({
                ...row,
                key: `${row.provider} ${row.model}`,
                name: `${row.provider}, ${row.model}`,
                href: null,
              }))}
            />
          </Section>
        </>
      )}
    </>
  );
}

function address(period: UsagePeriod, projectId?: string): string {
  const query = new URLSearchParams({ period, ...(projectId ? { project: projectId } : {}) });
  return `/usage?${query}`;
}
