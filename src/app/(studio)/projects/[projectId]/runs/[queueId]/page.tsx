import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CancelButton, RetryButton, WriteNowButton } from "#app/(studio)/_components/run-buttons.tsx";
import { runName } from "#app/(studio)/_components/run-name.ts";
import { RunStatus } from "#app/(studio)/_components/run-status.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { Cadence } from "#domain/schedule/cadence.ts";
import { getRun } from "#domain/schedule/get-run.ts";
import { canMove, mayRetry } from "#domain/schedule/states.ts";
import { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { inOrganization } from "#platform/database.ts";
import { ButtonLink } from "#ui/button.tsx";
import { formatInstant } from "#ui/format/format-instant.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Section } from "#ui/page-header.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { When } from "#ui/when.tsx";
import { RunHistory } from "./_components/run-history.tsx";
import { runTimeline } from "./run-timeline.tsx";

export const metadata: Metadata = { title: "Run" };

interface RunPageProps {
  params: Promise<{ projectId: string; queueId: string }>;
  searchParams: Promise<{ instead?: string }>;
}

const UNDER_WAY = ["PENDING", "GENERATING", "RETRYING", "READY"];

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { projectId, queueId } = await params;
  const ctx = await requireCtx();
  const { run, usage } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      run: await getRun(inside, { queueId }),
      usage: await listRunUsage(inside, { queueId }),
    })),
  );
  if (run.projectId !== projectId) notFound();
  const now = ctx.clock.now();
  const zone = Cadence.catch({ days: [1], time: "00:00", timeZone: "UTC" }).parse(run.cadenceConfig).timeZone;
  const isUnderWay = UNDER_WAY.includes(run.status);
  const mayRead = run.episode?.status === "READY" || run.episode?.status === "PUBLISHED";
  return (
    <div className="max-w-3xl">
      {isUnderWay ? <LiveRefresh everySeconds={2} /> : null}
      {(await searchParams).instead !== undefined ? (
        <p role="status" className="mb-6 border-l-2 border-line bg-sunk px-4 py-3">
          Nothing new was started, because this run of the project comes first.
        </p>
      ) : null}
      <div className="mb-8 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <div aria-live="polite">
            <RunStatus run={run} zone={zone} now={now} />
          </div>
          <h2 className="title mt-0.5 text-xl">{runName(run)}</h2>
          <p className="text-sm text-soft">
            {run.trigger === "REQUEST" ? `Asked for by ${run.requestedBy ?? "Episodic"}` : "By the cadence"} ·
            slot {formatInstant(run.slotAt, zone)} · <When at={run.slotAt} zone={zone} now={now} />
          </p>
          {run.reason ? <p className="mt-3 max-w-[60ch]">{run.reason}</p> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {mayRead && run.episode ? (
            <ButtonLink tone="primary" href={`/read/${run.episode.id}`} prefetch={false}>
              {run.episode.status === "PUBLISHED" ? "Read the episode" : "Preview the episode"}
            </ButtonLink>
          ) : null}
          {mayRetry(run.status) ? <RetryButton queueId={run.id} /> : null}
          {canMove(run.status, "CANCELLED") && !run.cancelRequestedAt ? (
            <CancelButton queueId={run.id} />
          ) : null}
          {run.status === "PUBLISHED" ? <WriteNowButton projectId={projectId} tone="plain" /> : null}
        </div>
      </div>
      <Section title="What happened">
        <Timeline label="Steps of this run" steps={runTimeline(run, usage, zone)} />
      </Section>
      <RunHistory errors={run.errors} zone={zone} />
    </div>
  );
}
