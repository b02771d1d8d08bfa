import type { Metadata } from "next";
import Link from "next/link";
import { orNotFound } from "#app/or-not-found.ts";
import { requireSignedIn } from "#app/session.ts";
import { listMyNotes } from "#domain/planning/list-my-notes.ts";
import { listNotifications } from "#domain/planning/list-notifications.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { inOrganization } from "#platform/database.ts";
import { LiveRefresh } from "#ui/live-refresh.tsx";
import { Page, PageHeader, Section } from "#ui/page-header.tsx";
import { MyNotes } from "./_components/my-notes.tsx";
import { NewsList } from "./_components/news-list.tsx";
import { NotesFilter } from "./_components/notes-filter.tsx";
import { ReadAllForm } from "./_components/read-all-form.tsx";
import { type MyNotesSearch, myNotesAddress, readMyNotes } from "./my-notes-address.ts";

export const metadata: Metadata = { title: "My notes" };

const NEWS_BESIDE = 8;
const REFRESH_SECONDS = 15;

/** One's own notes in all projects with what became of each, and what one was told of them. */
export default async function MyNotesPage({ searchParams }: { searchParams: Promise<MyNotesSearch> }) {
  const place = readMyNotes(await searchParams);
  const { ctx, person, organization } = await requireSignedIn();
  const { state, projectId, after, isNews } = place;
  const { notes, news, projects } = await orNotFound(
    inOrganization(ctx, async (inside) => ({
      notes: isNews
        ? null
        : await listMyNotes(inside, {
            ...(state ? { column: state } : {}),
            ...(projectId ? { projectId } : {}),
            ...(after ? { after } : {}),
          }),
      news: await listNotifications(inside, isNews && after ? { after } : {}),
      projects: await listProjects(inside, {}),
    })),
  );
  const zone = person.timeZone ?? organization.reportingZone;
  const now = ctx.clock.now();
  const hasUnread = news.notifications.some(({ readAt }) => readAt === null);
  return (
    <Page>
      <LiveRefresh everySeconds={REFRESH_SECONDS} />
      <PageHeader
        title={isNews ? "News of my notes" : "My notes"}
        actions={hasUnread ? <ReadAllForm /> : null}
      >
        {isNews ? (
          <Link className="link" href="/notes">
            My notes
          </Link>
        ) : (
          "What you wished, asked and put right, and what became of it. Each ends used, used in part, or declined with a reason."
        )}
      </PageHeader>
      {notes === null ? (
        <>
          <NewsList news={news.notifications} zone={zone} now={now} />
          {news.next ? <Older href={myNotesAddress({ isNews: true, after: news.next })} /> : null}
        </>
      ) : (
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="min-w-0">
            <NotesFilter place={place} projects={projects.map(({ id, title }) => ({ id, title }))} />
            <MyNotes
              notes={notes.notes}
              isFiltered={state !== null || projectId !== null}
              zone={zone}
              now={now}
            />
            {notes.next ? <Older href={myNotesAddress({ ...place, after: notes.next })} /> : null}
          </div>
          <aside>
            <Section
              title="News"
              aside={
                news.notifications.length > NEWS_BESIDE || news.next ? (
                  <Link className="link" href={myNotesAddress({ isNews: true })}>
                    All news
                  </Link>
                ) : null
              }
            >
              <NewsList news={news.notifications.slice(0, NEWS_BESIDE)} zone={zone} now={now} />
            </Section>
          </aside>
        </div>
      )}
    </Page>
  );
}

function Older({ href }: { href: string }) {
  return (
    <p className="mt-6">
      <Link className="link" href={href}>
        Older
      </Link>
    </p>
  );
}
