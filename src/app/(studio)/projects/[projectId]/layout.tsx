import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireCtx } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
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
  const { actor } = await requireCtx();
  const root = `/projects/${project.id}`;
  return (
    <Page>
      <PageHeader eyebrow="Project" title={project.title}>
        <p className="line-clamp-3">{project.goal}</p>
      </PageHeader>
      <Tabs
        label={project.title}
        tabs={[
          { href: root, label: "Overview", match: "exact" },
          { href: `${root}/episodes`, label: "Episodes" },
          ...(may(actor, "source.read") ? [{ href: `${root}/sources`, label: "Sources" }] : []),
          ...(may(actor, "schedule.edit") ? [{ href: `${root}/cadence`, label: "Cadence" }] : []),
          ...(may(actor, "project.edit") ? [{ href: `${root}/settings`, label: "Settings" }] : []),
        ]}
      />
      {children}
    </Page>
  );
}
