import Link from "next/link";
import { EpisodeRow } from "#app/(studio)/_components/episode-row.tsx";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { getSeriesHealth } from "#domain/episodes/get-series-health.ts";
import { listEpisodes } from "#domain/episodes/list-episodes.ts";
import { may } from "#domain/people/permissions.ts";
import { listNotes } from "#domain/planning/list-notes.ts";
import { getRun } from "#domain/schedule/get-run.ts";
import { getSchedule } from "#domain/schedule/get-schedule.ts";
import { listQueue } from "#domain/schedule/list-queue.ts";
import { listSources } from "#domain/sources/list-sources.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatCompact, formatPlural } from "#ui/format/format-count.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Section } from "#ui/page-header.tsx";
import { CadenceSummary } from "./_components/cadence-summary.tsx";
import { NextUp } from "./_components/next-up.tsx";
import { NotesSummary } from "./_components/notes-summary.tsx";
import { SeriesHealthFigures } from "./_components/series-health.tsx";

const EPISODES_SHOWN = 5;

export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { id: projectId } = await loadProject((await params).projectId);
  const ctx = await requireCtx();
  const isEditor = may(ctx.actor, "run.request");
  const { schedule, open, writing, attention, published, sources, notes, health } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      schedule: await getSchedule(inside, { projectId }),
      ...(isEditor ? await loadOpenRuns(inside, projectId) : { open: [], writing: null }),
      attention: isEditor ? (await listQueue(inside, { projectId, view: "attention" })).runs : [],
      published: await listEpisodes(inside, { projectId, limit: EPISODES_SHOWN }),
      sources: isEditor ? await listSources(inside, { projectId }) : [],
      notes: isEditor ? (await listNotes(inside, { projectId, column: "waiting", limit: 1 })).counts : null,
      health: isEditor ? await getSeriesHealth(inside, { projectId }) : null,
    })),
  );
  const now = ctx.clock.now();
  const zone = schedule.preview?.timeZone ?? "UTC";
  const tokens = sources.reduce((sum, source) => sum + source.tokenCount, 0);
  const isUnderWay = open.some((run) => run.status !== "READY" && run.availableAt <= now);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
      {isUnderWay ? <LiveRefresh everySeconds={2} /> : null}
      <div className="min-w-0">
        {isEditor ? (
          <NextUp
            projectId={projectId}
            runs={[...attention.slice(0, 3), ...open]}
            writing={writing}
            nextSlotAt={schedule.nextSlotAt}
            zone={zone}
            now={now}
            hasSources={sources.some(({ status }) => status === "READY")}
          />
        ) : null}
        <Section
          title="Episodes"
          aside={
            published.nextCursor ? (
              <Link className="link" href={`/projects/${projectId}/episodes`}>
                All episodes
              </Link>
            ) : null
          }
        >
          {published.episodes.length === 0 ? (
            <EmptyState title="No episode yet">
              The first one is published at its slot, or as soon as you have one written.
            </EmptyState>
          ) : (
            <ul className="border-t border-line">
              {published.episodes.map((episode) => (
                <EpisodeRow key={episode.id} episode={episode} />
              ))}
            </ul>
          )}
        </Section>
      </div>
      <aside>
        <CadenceSummary
          projectId={projectId}
          preview={schedule.preview}
          lead={schedule}
          mayEdit={may(ctx.actor, "schedule.edit")}
        />
        {notes ? <NotesSummary projectId={projectId} counts={notes} /> : null}
        {isEditor ? (
          <Section title="Sources">
            <p className="title mb-3 text-lg">
              {sources.length === 0
                ? "Nothing to write from yet."
                : `${formatPlural(sources.length, "source")}, ${formatCompact(tokens)} tokens.`}
            </p>
            <ButtonLink href={`/projects/${projectId}/sources`}>Add sources</ButtonLink>
          </Section>
        ) : null}
        {health ? <SeriesHealthFigures health={health} /> : null}
      </aside>
    </div>
  );
}

/** The runs that are open, and of the one that is being written how far it is. */
async function loadOpenRuns(ctx: Ctx, projectId: string) {
  const open = (await listQueue(ctx, { projectId, view: "open" })).runs;
  const generating = open.find(({ status }) => status === "GENERATING");
  const writing = generating ? await getRun(ctx, { queueId: generating.id }) : null;
  return { open, writing };
}
