import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CancelButton, RetryButton, WriteNowButton } from "#app/(studio)/_components/run-buttons.tsx";
import { runName } from "#app/(studio)/_components/run-name.ts";
import { RunStatus } from "#app/(studio)/_components/run-status.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { expectDurations } from "#domain/episodes/expect-durations.ts";
import { may } from "#domain/people/permissions.ts";
import { listRunNotes } from "#domain/planning/list-run-notes.ts";
import { Cadence } from "#domain/schedule/cadence.ts";
import { getRun } from "#domain/schedule/get-run.ts";
import { canMove, mayRetry } from "#domain/schedule/states.ts";
import { listRunCalls } from "#domain/usage/list-run-calls.ts";
import { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { inOrganization } from "#platform/database.ts";
import { ButtonLink } from "#ui/button.tsx";
import { formatInstant } from "#ui/format/format-instant.ts";
import { LiveStream } from "#ui/live-stream.tsx";
import { Section } from "#ui/page-header.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { When } from "#ui/when.tsx";
import { RewriteForm } from "./_components/rewrite-form.tsx";
import { RunFigures } from "./_components/run-figures.tsx";
import { RunHistory } from "./_components/run-history.tsx";
import { RunNotes } from "./_components/run-notes.tsx";
import { RunNotice } from "./_components/run-notice.tsx";
import { rewriteChoices } from "./rewrite-choices.ts";
import { runTimeline } from "./run-timeline.tsx";
import { sayTimeLeft, timeLeft } from "./time-left.ts";

export const metadata: Metadata = { title: "Run" };

interface RunPageProps {
  params: Promise<{ projectId: string; queueId: string }>;
  searchParams: Promise<{ instead?: string }>;
}

/** It may move on by itself. */
const UNDER_WAY = ["PENDING", "GENERATING", "RETRYING", "READY", "HELD"];

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const { projectId, queueId } = await params;
  const ctx = await requireCtx();
  const { run, usage, calls, expected, notes } = await orNotFound(
    inOrganization(ctx, async (inside) => {
      const run = await getRun(inside, { queueId });
      return {
        run,
        usage: await listRunUsage(inside, { queueId }),
        calls: await listRunCalls(inside, { queueId }),
        notes: await listRunNotes(inside, { queueId }),
        expected: await expectDurations(inside, { projectId: run.projectId, writer: run.writer }),
      };
    }),
  );
  if (run.projectId !== projectId) notFound();
  const now = ctx.clock.now();
  const zone = Cadence.catch({ days: [1], time: "00:00", timeZone: "UTC" }).parse(run.cadenceConfig).timeZone;
  const isUnderWay = UNDER_WAY.includes(run.status);
  const left =
    run.status === "GENERATING" && !run.cancelRequestedAt
      ? sayTimeLeft(timeLeft(run.phases, expected, now))
      : null;
  const mayRead = run.episode?.status === "READY" || run.episode?.status === "PUBLISHED";
  return (
    <div className="max-w-3xl">
      {isUnderWay ? (
        <LiveStream url={`/projects/${projectId}/runs/${run.id}/events`} pollSeconds={2} restSeconds={10} />
      ) : null}
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
      <RunNotice run={run} zone={zone} mayManageMoney={may(ctx.actor, "usage.read")} />
      {run.startedAt ? <RunFigures run={run} usage={usage} calls={calls} left={left} /> : null}
      <div className="mt-8">
        <Section title="What happened">
          <Timeline label="Steps of this run" steps={runTimeline(run, { usage, calls }, zone)} />
        </Section>
      </div>
      <RunNotes projectId={projectId} notes={notes} />
      <RewriteForm queueId={run.id} choices={rewriteChoices(run, usage)} />
      <RunHistory errors={run.errors} zone={zone} />
    </div>
  );
}
