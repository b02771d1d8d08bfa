import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { getUsage } from "#domain/usage/get-usage.ts";
import { listCalls } from "#domain/usage/list-calls.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { CallFilters } from "../_components/call-filters.tsx";
import { CallsTable } from "../_components/calls-table.tsx";
import { ExportLinks } from "../_components/export-links.tsx";
import { PeriodPicker } from "../_components/period-picker.tsx";
import { filterChoices } from "../filter-choices.ts";
import { type CallSearch, readCallSearch } from "../read-filter.ts";
import { callsAddress, exportAddress, filterFields } from "../usage-address.ts";

export const metadata: Metadata = { title: "Calls" };

/** The single calls of the ledger, the newest first. */
export default async function CallsPage({ searchParams }: { searchParams: Promise<CallSearch> }) {
  const search = await searchParams;
  const { ctx, organization } = await requireSignedIn();
  const today = ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: organization.reportingZone });
  const { filter, period, problems } = readCallSearch(search, today);
  const dates = period ? { from: period.from, until: period.until } : {};
  const before = typeof search.before === "string" && search.before ? search.before : undefined;
  const { list, usage } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      list: await listCalls(inside, { ...filter, ...dates, ...(before ? { cursor: before } : {}) }),
      usage: await getUsage(inside, dates),
    })),
  );
  const choices = filterChoices(usage, filter, list.calls);
  return (
    <>
      <PeriodPicker
        period={period}
        problem={null}
        zone={list.zone}
        today={today}
        hrefOf={(name) => callsAddress({ name, from: "", until: "" }, filter)}
        action="/usage/calls"
        kept={filterFields(filter)}
      >
        <a className="link" href="#export">
          Export
        </a>
      </PeriodPicker>
      {problems.map((problem) => (
        <p key={problem} role="status" className="mb-4 text-sm text-bad">
          {problem}
        </p>
      ))}
      <CallFilters period={period} filter={filter} choices={choices} />
      {list.calls.length === 0 ? (
        <EmptyState
          title="No call fits"
          action={
            <Link className="link" href="/usage/calls">
              Show all calls of the last 30 days
            </Link>
          }
        >
          Nothing in the ledger is like what was asked for. Take a filter away, or choose a longer period.
        </EmptyState>
      ) : (
        <CallsTable calls={list.calls} zone={list.zone} today={today} />
      )}
      <nav aria-label="Pages of the calls" className="mt-6 flex gap-6">
        {before ? (
          <Link className="link" href={callsAddress(period, filter)}>
            Newest
          </Link>
        ) : null}
        {list.nextCursor ? (
          <Link className="link" href={callsAddress(period, filter, list.nextCursor)}>
            Older
          </Link>
        ) : null}
      </nav>
      {list.calls.length > 0 ? (
        <ExportLinks
          files={[
            {
              name: "These calls",
              says: "All that fit the filters, with their buckets and what they cost.",
              csvHref: exportAddress("calls", "csv", period, filter),
              jsonHref: exportAddress("calls", "json", period, filter),
            },
          ]}
        />
      ) : null}
    </>
  );
}
