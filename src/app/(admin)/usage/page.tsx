import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { countComingSlots } from "#domain/schedule/count-coming-slots.ts";
import { forecastSpending } from "#domain/usage/forecast-spending.ts";
import { getReconciliation } from "#domain/usage/get-reconciliation.ts";
import { getUsage } from "#domain/usage/get-usage.ts";
import { listBudgets } from "#domain/usage/list-budgets.ts";
import { listCeilingAlerts } from "#domain/usage/list-ceiling-alerts.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { Breakdowns } from "./_components/breakdowns.tsx";
import { Ceilings } from "./_components/ceilings.tsx";
import { ExportLinks } from "./_components/export-links.tsx";
import { PeriodPicker } from "./_components/period-picker.tsx";
import { Reconciled } from "./_components/reconciled.tsx";
import { UsageChart } from "./_components/usage-chart.tsx";
import { UsageNotices } from "./_components/usage-notices.tsx";
import { UsageStats } from "./_components/usage-stats.tsx";
import { type ChosenPeriod, countDays, type PeriodSearch, readPeriod } from "./chosen-period.ts";
import { groupDays } from "./group-days.ts";
import { type Measure, readMeasure } from "./measure.ts";
import { sayBars } from "./say-usage.ts";
import { callsAddress, exportAddress, overviewAddress, type UsageFilter } from "./usage-address.ts";

type Search = PeriodSearch & Partial<Record<"project" | "measure", string | string[]>>;

export default async function UsagePage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const { ctx, organization } = await requireSignedIn();
  const today = ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: organization.reportingZone });
  const { problem, ...period } = readPeriod(search, today);
  const projectId = typeof search.project === "string" && search.project ? search.project : undefined;
  const filter: UsageFilter = projectId ? { projectId } : {};
  const { usage, budgets, heldBy, month, reconciliation } = await orNotFound(
    readOverview(ctx, period, projectId),
  );
  const { total, zone } = usage;
  const measure = readMeasure(search.measure, total);
  const asked: Measure | undefined = search.measure === measure ? measure : undefined;
  const dearest = usage.byPurpose.find(({ costNanos }) => costNanos > 0n);
  const grouped = groupDays(
    usage.byDay,
    usage.purposesOfDays.filter(({ purpose }) => purpose === dearest?.purpose),
  );
  const only = projectId ? usage.byProject[0]?.title : null;
  return (
    <>
      <PeriodPicker
        period={period}
        problem={problem}
        zone={zone}
        today={today}
        hrefOf={(name) => overviewAddress({ period: { ...period, name }, measure: asked, projectId })}
        action="/usage"
        kept={{ ...(asked ? { measure: asked } : {}), ...(projectId ? { project: projectId } : {}) }}
      >
        {total.callCount > 0 ? (
          <>
            <Link className="link" href={callsAddress(period, filter)}>
              {formatPlural(total.callCount, "call")}
            </Link>
            <a className="link" href="#export">
              Export
            </a>
          </>
        ) : null}
      </PeriodPicker>
      {only ? (
        <p className="mb-4 text-soft">
          {only} alone.{" "}
          <Link className="link" href={overviewAddress({ period, measure: asked })}>
            All projects
          </Link>
        </p>
      ) : null}
      <UsageNotices
        total={total}
        unpricedHref={callsAddress(period, { ...filter, isUnpriced: true })}
        estimatedHref={callsAddress(period, { ...filter, settlement: "ESTIMATED" })}
      />
      {total.callCount === 0 ? (
        <div className="mb-8">
          <EmptyState title="Nothing was used in this period">
            Every call to a model leaves a row in the ledger, and so does every phase of the built-in writer.
            They appear here at once.
          </EmptyState>
        </div>
      ) : (
        <>
          <UsageStats usage={usage} month={month} than={sayBefore(countDays(period))} measure={measure} />
          <div className="mt-10">
            <UsageChart
              {...grouped}
              measure={measure}
              dearest={dearest?.label}
              sentence={sayBars({ ...grouped, purposes: usage.byPurpose }, measure)}
              zone={zone}
              hrefOf={(name) => overviewAddress({ period, measure: name, projectId })}
              callsHref={(bar) => callsAddress({ name: null, from: bar.from, until: bar.until }, filter)}
            />
          </div>
        </>
      )}
      <Ceilings
        budgets={projectId ? budgets.filter((budget) => budget.projectId === projectId) : budgets}
        heldBy={heldBy}
      />
      {total.callCount > 0 ? (
        <>
          <Breakdowns usage={usage} period={period} projectId={projectId} measure={measure} asked={asked} />
          <ExportLinks
            files={[
              {
                name: "The days",
                says: "A row for each day, project, model and purpose.",
                csvHref: exportAddress("days", "csv", period, filter),
                jsonHref: exportAddress("days", "json", period, filter),
              },
              {
                name: "The calls",
                says: "Every single call with its buckets and what it cost.",
                csvHref: exportAddress("calls", "csv", period, filter),
                jsonHref: exportAddress("calls", "json", period, filter),
              },
            ]}
          />
        </>
      ) : null}
      <Reconciled reconciliation={reconciliation} zone={zone} />
    </>
  );
}

function readOverview(ctx: Ctx, { from, until }: ChosenPeriod, projectId: string | undefined) {
  const only = projectId ? { projectId } : {};
  return inOrganization(ctx, async (inside) => {
    const comingSlots = await countComingSlots(inside, {});
    return {
      usage: await getUsage(inside, { from, until, ...only }),
      month: await forecastSpending(inside, { comingSlots, ...only }),
      budgets: (await listBudgets(inside, { comingSlots })).budgets,
      heldBy: (await listCeilingAlerts(inside, {})).heldBy,
      reconciliation: await getReconciliation(inside, {}),
    };
  });
}

function sayBefore(days: number): string {
  return days === 1 ? "on the day before" : `on the ${days} days before`;
}
