import type { Metadata } from "next";
import Link from "next/link";
import { ComingSlots } from "#app/(studio)/_components/coming-slots.tsx";
import { EpisodeRow } from "#app/(studio)/_components/episode-row.tsx";
import { NeedsYou } from "#app/(studio)/_components/needs-you.tsx";
import { NothingChosen } from "#app/(studio)/_components/nothing-chosen.tsx";
import { requireSignedIn } from "#app/session.ts";
import { listEpisodes } from "#domain/episodes/list-episodes.ts";
import { may } from "#domain/people/permissions.ts";
import { countNotesNeedingMe } from "#domain/planning/count-notes-needing-me.ts";
import { countProposals } from "#domain/planning/count-proposals.ts";
import { listNotesNeedingMe } from "#domain/planning/list-notes-needing-me.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { listComingSlots } from "#domain/schedule/list-coming-slots.ts";
import { listQueue } from "#domain/schedule/list-queue.ts";
import { listCeilingAlerts } from "#domain/usage/list-ceiling-alerts.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatDate } from "#ui/format/format-date.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";

export const metadata: Metadata = { title: "Home" };

const EPISODES_SHOWN = 6;
const SLOTS_SHOWN = 6;

/** What needs me, what comes next, what came last. */
export default async function HomePage({ searchParams }: { searchParams: Promise<{ welcome?: string }> }) {
  const { ctx, organization, person } = await requireSignedIn();
  const isNew = (await searchParams).welcome !== undefined;
  const isEditor = may(ctx.actor, "run.read");
  const { slots, attention, ceilings, notes, episodes, projects } = await inOrganization(
    ctx,
    async (inside) => ({
      slots: await listComingSlots(inside, { limit: SLOTS_SHOWN }),
      attention: isEditor ? (await listQueue(inside, { view: "attention" })).runs : [],
      ceilings: isEditor ? await listCeilingAlerts(inside, {}) : null,
      notes: isEditor ? await loadNotes(inside) : null,
      episodes: (await listEpisodes(inside, { limit: EPISODES_SHOWN })).episodes,
      projects: organization.projectIds ? await listProjects(inside, {}) : [],
    }),
  );
  const seesNothing = organization.projectIds !== null && projects.length === 0;
  const now = ctx.clock.now();
  const today = now.toLocaleDateString("sv-SE", { timeZone: person.timeZone ?? organization.reportingZone });
  const isWriting = slots.some(({ run }) => run?.status === "GENERATING" || run?.status === "PENDING");
  return (
    <Page>
      {isWriting ? <LiveRefresh everySeconds={3} /> : null}
      <PageHeader title={formatDate(today, "long")}>
        {isNew
          ? `Welcome, ${person.name}. Two small series are set up so that you can see how it works: read an episode, look at why each block is there, then start your own.`
          : null}
      </PageHeader>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0">
          {ceilings && notes ? (
            <NeedsYou runs={attention} ceilings={ceilings} notes={notes} now={now} />
          ) : null}
          <Section title="Latest episodes">
            {episodes.length === 0 && seesNothing ? <NothingChosen organization={organization.name} /> : null}
            {episodes.length === 0 && !seesNothing ? (
              <EmptyState
                title="Nothing to read yet"
                action={
                  may(ctx.actor, "project.create") ? (
                    <ButtonLink tone="primary" href="/projects">
                      See the projects
                    </ButtonLink>
                  ) : null
                }
              >
                Episodes appear here as soon as they are published.
              </EmptyState>
            ) : null}
            {episodes.length > 0 ? (
              <ul className="border-t border-line">
                {episodes.map((episode) => (
                  <EpisodeRow key={episode.id} episode={episode} withProject />
                ))}
              </ul>
            ) : null}
          </Section>
        </div>
        <aside>
          <Section
            title="Next slots"
            aside={
              isEditor ? (
                <Link className="link" href="/queue">
                  Queue
                </Link>
              ) : null
            }
          >
            <ComingSlots slots={slots} now={now} mayOpenRuns={isEditor} />
          </Section>
        </aside>
      </div>
    </Page>
  );
}

/** What notes and memory want of an editor, in all projects that they see. */
async function loadNotes(ctx: Ctx) {
  return {
    projects: await countNotesNeedingMe(ctx, {}),
    oldest: (await listNotesNeedingMe(ctx, {})).notes,
    proposals: await countProposals(ctx, {}),
  };
}
