import type { Metadata } from "next";
import Link from "next/link";
import { loadProject } from "#app/(studio)/projects/[projectId]/load-project.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Section } from "#ui/page-header.tsx";
import { PreviewFigures } from "./_components/preview-figures.tsx";
import { SectionChanges } from "./_components/section-changes.tsx";
import { sayPreview } from "./say-preview.ts";
import { tryNote } from "./try-note.ts";

export const metadata: Metadata = { title: "What a note would change" };

interface PreviewPageProps {
  params: Promise<{ projectId: string; noteId: string }>;
}

/** What a note would make of the next episode, worked out when the page is asked for; nothing is kept of it. */
export default async function PreviewPage({ params }: PreviewPageProps) {
  const { projectId, noteId } = await params;
  const project = await loadProject(projectId);
  const tried = await orNotFound(tryNote(await requireCtx(), { projectId, noteId }));
  const note = `/projects/${project.id}/notes/${noteId}`;
  const back = (
    <Link className="link" href={note}>
      Back to the note
    </Link>
  );
  if (tried.kind !== "preview") {
    return (
      <div className="max-w-3xl">
        <EmptyState title={tried.title} action={back}>
          {tried.why}
        </EmptyState>
      </div>
    );
  }
  const { said, preview } = { said: sayPreview(tried.preview), preview: tried.preview };
  return (
    <div className="max-w-3xl">
      <Section title="What this note would change" aside={back}>
        <p dir="auto" className="max-w-[60ch] text-lg">
          “{preview.text}”
        </p>
        <p className="mt-1 max-w-[60ch] text-soft">
          The next episode without the note and with it, from the sources and the other notes that are there
          now.
          {said.waits}
        </p>
      </Section>
      <div className="mt-6">
        <PreviewFigures preview={preview} />
      </div>
      {preview.nothing === null ? null : (
        <p className="mt-6 max-w-[60ch] border-l-2 border-line bg-sunk px-4 py-3">
          <strong className="font-medium">{said.nothing}</strong> {preview.nothing}
        </p>
      )}
      {preview.changes.length === 0 ? null : (
        <Section title="The outline with the note">
          <SectionChanges changes={preview.changes} />
        </Section>
      )}
      <p className="mt-8 max-w-[60ch] text-sm text-soft">{said.how}</p>
    </div>
  );
}
