import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { draftKey } from "#app/compose-note/note-draft.ts";
import { requireSignedIn } from "#app/session.ts";
import { Section } from "#ui/page-header.tsx";
import { NewNoteForm } from "./_components/new-note-form.tsx";
import { findPlace } from "./find-place.ts";

export const metadata: Metadata = { title: "Write a note" };

interface NewNotePageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<{ episode?: string | string[]; block?: string | string[] }>;
}

/** The composer as a page: for whoever has no script, and as an address that can be handed on. */
export default async function NewNotePage({ params, searchParams }: NewNotePageProps) {
  const project = await loadProject((await params).projectId);
  const { ctx, person, organization } = await requireSignedIn();
  const place = await findPlace(ctx, project.id, await searchParams);
  const zone = person.timeZone ?? organization.reportingZone;
  return (
    <div className="max-w-xl">
      <Section title="Write a note">
        <p className="mb-5 text-soft">
          A note steers the episodes that come. You see how it was understood, whether it was used, and where.
        </p>
        <NewNoteForm
          projectId={project.id}
          projectTitle={project.title}
          draftKey={draftKey(project.id, person.id)}
          place={place}
          today={ctx.clock.now().toLocaleDateString("sv-SE", { timeZone: zone })}
          submissionKey={randomUUID()}
        />
      </Section>
    </div>
  );
}
