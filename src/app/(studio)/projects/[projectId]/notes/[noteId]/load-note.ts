import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { requireCtx } from "#app/session.ts";
import { getWritingNow } from "#domain/episodes/get-writing-now.ts";
import { getNote } from "#domain/planning/get-note.ts";
import { inOrganization } from "#platform/database.ts";

/** A note as its page shows it. */
export type NoteOnPage = Awaited<ReturnType<typeof getNote>>;

/** The note that an address names, with what its project writes now; not found under another project. Read once for a request. */
export const loadNote = cache(async (projectId: string, noteId: string) => {
  const ctx = await requireCtx();
  const loaded = await orNotFound(
    inOrganization(ctx, async (inside) => {
      const note = await getNote(inside, { noteId });
      return { note, writing: await getWritingNow(inside, { projectId: note.project.id }) };
    }),
  );
  if (loaded.note.project.id !== projectId) notFound();
  return loaded;
});
