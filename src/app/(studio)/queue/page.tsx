import type { Metadata } from "next";
import Link from "next/link";
import { runName } from "#app/(studio)/_components/run-name.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { getLateness } from "#domain/schedule/get-lateness.ts";
import { listQueue } from "#domain/schedule/list-queue.ts";
import { inOrganization } from "#platform/database.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatInstant } from "#ui/format/format-instant.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { Segments } from "#ui/segments.tsx";
import { RowHead, Table, Td, Th } from "#ui/table.tsx";
import { When } from "#ui/when.tsx";
import { RunStatus } from "../_components/run-status.tsx";
import { LatenessSection } from "./_components/lateness.tsx";

export const metadata: Metadata = { title: "Queue" };

interface QueuePageProps {
  searchParams: Promise<{ view?: string | string[]; cursor?: string | string[] }>;
}

type View = "open" | "attention" | "past";

const VIEWS: Record<View, { label: string; empty: string }> = {
  open: {
    label: "Due and running",
    empty: "No episode is due. A cadence puts one here shortly before its slot.",
  },
  attention: { label: "Needs you", empty: "Nothing is held and nothing failed." },
  past: { label: "Past", empty: "No run has come to its end yet." },
};

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const { view: asked, cursor } = await searchParams;
  const view: View = asked === "attention" || asked === "past" ? asked : "open";
  const ctx = await requireCtx();
  const { runs, counts, nextCursor, lateness } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      ...(await listQueue(inside, { view, ...(typeof cursor === "string" ? { cursor } : {}) })),
      lateness: await getLateness(inside, {}),
    })),
  );
  const now = ctx.clock.now();
  return (
    <Page>
      {view === "open" ? <LiveRefresh everySeconds={5} /> : null}
      <PageHeader title="Queue">
        Every run of every project. One row is one promise: one project, one local date.
      </PageHeader>
      <div className="mb-6">
        <Segments
          label="Part of the queue"
          segments={(Object.keys(VIEWS) as View[]).map((name) => ({
            href: name === "open" ? "/queue" : `/queue?view=${name}`,
            label: `${VIEWS[name].label} ${counts[name] > 0 ? counts[name] : ""}`.trim(),
            current: name === view,
          }))}
        />
      </div>
      {runs.length === 0 ? (
        <EmptyState title="Nothing here">{VIEWS[view].empty}</EmptyState>
      ) : (
        <Table caption={VIEWS[view].label}>
          <thead>
            <tr>
              <Th>Episode</Th>
              <Th>State</Th>
              <Th wide>Slot</Th>
              <Th number wide>
                Attempts
              </Th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <RowHead>
                  <Link className="link" href={`/projects/${run.projectId}/runs/${run.id}`}>
                    {runName(run)}
                  </Link>
                  <span className="block text-sm text-soft">{run.projectTitle}</span>
                </RowHead>
                <Td>
                  <RunStatus run={run} zone={run.timeZone} now={now} />
                  {run.reason ? (
                    <span className="block max-w-[44ch] text-sm text-soft">{run.reason}</span>
                  ) : null}
                </Td>
                <Td wide>
                  {formatInstant(run.slotAt, run.timeZone)}
                  <span className="block text-sm text-soft">
                    <When at={run.slotAt} zone={run.timeZone} now={now} />
                  </span>
                </Td>
                <Td number wide>
                  {run.attempts}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {nextCursor ? (
        <p className="mt-6">
          <Link className="link" href={`/queue?view=${view}&cursor=${nextCursor}`}>
            More
          </Link>
        </p>
      ) : null}
      <div className="mt-12">
        <LatenessSection lateness={lateness} />
      </div>
    </Page>
  );
}
