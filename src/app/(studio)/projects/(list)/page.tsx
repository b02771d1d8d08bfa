import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { NothingChosen } from "#app/(studio)/_components/nothing-chosen.tsx";
import { requireSignedIn } from "#app/session.ts";
import { may } from "#domain/people/permissions.ts";
import { listProjects } from "#domain/projects/list-projects.ts";
import { Cadence } from "#domain/schedule/cadence.ts";
import { describeCadence } from "#domain/schedule/describe-cadence.ts";
import { ButtonLink } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatPlural } from "#ui/format/format-count.ts";
import { Page, PageHeader } from "#ui/page-header.tsx";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage() {
  const { ctx, organization } = await requireSignedIn();
  const isNarrow = organization.projectIds !== null;
  const projects = await listProjects(ctx, {});
  const today = ctx.clock.now().toISOString().slice(0, 10);
  const start = may(ctx.actor, "project.create") ? (
    <ButtonLink href="/projects/new" tone="primary">
      <Plus aria-hidden /> New project
    </ButtonLink>
  ) : null;
  return (
    <Page>
      <PageHeader title="Projects" actions={projects.length > 0 ? start : null}>
        Each one is a series: a goal, what it is written from, and when.
      </PageHeader>
      {projects.length === 0 && isNarrow ? <NothingChosen organization={organization.name} /> : null}
      {projects.length === 0 && !isNarrow ? (
        <EmptyState title="No series yet" action={start}>
          A project turns your own texts into a series of short episodes. Start with a goal and a weekday;
          sources can follow.
        </EmptyState>
      ) : null}
      {projects.length > 0 ? (
        <ul className="border-t border-line">
          {projects.map((project) => (
            <li key={project.id} className="border-b border-line py-5">
              <h2 className="title text-xl">
                <Link href={`/projects/${project.id}`} className="no-underline hover:underline">
                  {project.title}
                </Link>
              </h2>
              <p className="mt-1 line-clamp-2 max-w-[70ch] text-soft">{project.goal}</p>
              <p className="mt-1.5 text-sm text-soft">
                {describeCadence(Cadence.parse(project.cadenceConfig), today)}{" "}
                {formatPlural(project.publishedEpisodes, "episode")} so far, from{" "}
                {formatPlural(project.sources, "source")}.
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </Page>
  );
}
