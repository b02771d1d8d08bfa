import { PencilLine } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ComposerIsland } from "#app/compose-note/composer-island.tsx";
import { NoteDialog } from "#app/compose-note/note-dialog.tsx";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { buttonClass } from "#ui/button.tsx";
import { Page, PageHeader } from "#ui/page-header.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { loadProject } from "./load-project.ts";

interface ProjectLayoutProps {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: ProjectLayoutProps): Promise<Metadata> {
  // Whatever stops the page is shown by the page itself, and it needs a title too.
  const project = await loadProject((await params).projectId).catch(() => null);
  if (!project) return { title: "Not found" };
  const { title } = project;
  return { title: { default: title, template: `%s · ${title} · Episodic` } };
}

/** What every page of a project begins with: its name, its goal, its parts. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const project = await loadProject((await params).projectId);
  const { ctx, person, organization } = await requireSignedIn();
  const { actor } = ctx;
  const zone = person.timeZone ?? organization.reportingZone;
  const root = `/projects/${project.id}`;
  return (
    <Page>
      <PageHeader
        eyebrow="Project"
        title={project.title}
        actions={
          <a href={`${root}/notes/new`} data-note className={buttonClass("plain")}>
            <PencilLine aria-hidden />
            Write a note
          </a>
        }
      >
        <p className="line-clamp-3">{project.goal}</p>
      </PageHeader>
      <Tabs
        label={project.title}
        tabs={[
          { href: root, label: "Overview", match: "exact" },
          { href: `${root}/episodes`, label: "Episodes" },
          ...(may(actor, "note.read") ? [{ href: `${root}/notes`, label: "Notes" }] : []),
          ...(may(actor, "source.read") ? [{ href: `${root}/sources`, label: "Sources" }] : []),
          ...(may(actor, "memory.read") ? [{ href: `${root}/memory`, label: "Memory" }] : []),
          ...(may(actor, "schedule.edit") ? [{ href: `${root}/cadence`, label: "Cadence" }] : []),
          ...(may(actor, "project.edit") ? [{ href: `${root}/settings`, label: "Settings" }] : []),
        ]}
      />
      {children}
      <NoteDialog
        projectId={project.id}
        projectTitle={project.title}
        userId={person.id}
        today={ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: zone })}
      />
      <ComposerIsland />
    </Page>
  );
}
