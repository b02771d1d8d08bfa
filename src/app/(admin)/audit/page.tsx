import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import type { AuditFilter } from "#domain/people/audit-filter.ts";
import { type AuditLine, listAuditLog } from "#domain/people/list-audit-log.ts";
import { listMembers } from "#domain/people/list-members.ts";
import { inOrganization } from "#platform/database.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { zoneCity } from "#ui/format/zone-city.ts";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { AuditFilters } from "./_components/audit-filters.tsx";
import { AuditRow } from "./_components/audit-row.tsx";
import { VerifyForm } from "./_components/verify-form.tsx";
import { type AuditSearch, filterQuery, readBefore, readFilter } from "./read-filter.ts";

export const metadata: Metadata = { title: "Audit" };

/** Who changed what, when and from where; the newest first. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<AuditSearch> }) {
  const { ctx, person, organization } = await requireSignedIn();
  const zone = person.timeZone ?? organization.reportingZone;
  const search = await searchParams;
  const { filter, notUnderstood } = readFilter(search, zone);
  const before = readBefore(search);
  const { log, members } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      log: await listAuditLog(inside, { ...filter, ...(before ? { before } : {}) }),
      members: await listMembers(inside, {}),
    })),
  );
  const now = ctx.clock.now();
  return (
    <Page>
      <PageHeader
        title="Audit"
        actions={
          <>
            <a className="link" href="#verify">
              Verify
            </a>
            <a className="link" href="#export">
              Export
            </a>
          </>
        }
      >
        Every change in {organization.name}: who made it, when and from where. Rows are only ever added. Times
        are those of {zoneCity(zone)}.
      </PageHeader>
      <AuditFilters filter={filter} people={peopleToAskFor(filter, members, log.rows)} />
      {notUnderstood.length > 0 ? (
        <p role="status" className="mt-4 text-sm text-soft">
          The address asks for something that can’t be, and it was left out: {notUnderstood.join(", ")}.
        </p>
      ) : null}
      {log.rows.length === 0 ? (
        <div className="mt-8">
          <EmptyState
            title="No row fits"
            action={
              <Link className="link" href="/audit">
                Show the whole log
              </Link>
            }
          >
            Nothing in the log is like what was asked for. Take a filter away, or widen the dates.
          </EmptyState>
        </div>
      ) : (
        <ol aria-label="Changes, the newest first" className="mt-2">
          {log.rows.map((line) => (
            <AuditRow
              key={String(line.sequence)}
              line={line}
              zone={zone}
              now={now}
              whoHref={`/audit?${filterQuery({ ...filter, who: line.who.id ?? "system" })}`}
            />
          ))}
        </ol>
      )}
      <nav aria-label="Pages of the log" className="mt-6 flex gap-6">
        {before ? (
          <Link className="link" href={`/audit?${filterQuery(filter)}`}>
            Newest
          </Link>
        ) : null}
        {log.nextBefore !== null ? (
          <Link className="link" href={`/audit?${filterQuery(filter, log.nextBefore)}`}>
            Older
          </Link>
        ) : null}
      </nav>
      <div id="verify" className="scroll-mt-16 pt-8">
        <Section title="Is it as it was written?">
          <p className="mb-4 max-w-[70ch] text-soft">
            Each row carries a hash of the row before it and a seal that only this installation can make.
            Verifying computes them all anew and names the first row that was changed, taken out or put in.
          </p>
          <VerifyForm />
        </Section>
      </div>
      <div id="export" className="scroll-mt-16 pt-8">
        <Section title="Export">
          <p className="mb-4 max-w-[70ch] text-soft">
            All rows that fit the filters above, as a file. That it was exported becomes a row too.
          </p>
          <form
            method="post"
            action={`/audit/export?${filterQuery(filter)}`}
            className="flex flex-wrap gap-2"
          >
            <Button type="submit" formAction={exportAddress(filter, "csv")}>
              Export as CSV
            </Button>
            <Button type="submit" formAction={exportAddress(filter, "jsonl")}>
              Export as JSON Lines
            </Button>
          </form>
        </Section>
      </div>
    </Page>
  );
}

function exportAddress(filter: AuditFilter, format: string): string {
  const query = new URLSearchParams(filterQuery(filter));
  query.set("format", format);
  return `/audit/export?${query}`;
}

/** The members, and who is asked for without being one any more. */
function peopleToAskFor(
  { who }: AuditFilter,
  members: readonly { userId: string; name: string; email: string | null }[],
  rows: readonly AuditLine[],
): { id: string; name: string }[] {
  const people = members.map(({ userId, name, email }) => ({
    id: userId,
    name: name || email || "Without a name",
  }));
  if (!who || who === "system" || people.some(({ id }) => id === who)) return people;
  const name = rows.find((row) => row.who.id === who)?.who.name ?? "Somebody who is no member";
  return [...people, { id: who, name }];
}
