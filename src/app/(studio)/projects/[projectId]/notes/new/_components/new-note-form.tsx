"use client";

import { useEffect, useRef } from "react";
import { NoteFields } from "#app/compose-note/note-fields.tsx";
import type { NotePlace } from "#app/compose-note/note-place.ts";
import { NoteSent } from "#app/compose-note/note-sent.tsx";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { type SentNote, writeNote } from "../new-note-actions.ts";

interface NewNoteFormProps {
  projectId: string;
  projectTitle: string;
  draftKey: string;
  place: NotePlace;
  today: string;
  submissionKey: string;
}

/** Sends by its action where there is no script; where there is, as the composer does, with a draft that nothing takes away. */
export function NewNoteForm({ projectId, draftKey, place, ...fields }: NewNoteFormProps) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = around.current?.querySelector("form");
    if (!around.current || !form) return;
    const parts = { form, around: around.current, draftKey, url: `/projects/${projectId}/notes/send` };
    void import("#app/compose-note/note-form.ts").then(({ beginNote }) => beginNote(parts, place));
  }, [projectId, draftKey, place]);
  return (
    <div ref={around} data-note-page>
      <ActionForm action={writeNote} className="space-y-5">
        {(state: SentNote) =>
          state.noteId ? (
            <NoteSent href={`/projects/${projectId}/notes/${state.noteId}`} />
          ) : (
            <>
              <div
                data-note-problem
                role="alert"
                className="border-l-2 border-bad bg-bad-wash px-4 py-3 empty:hidden"
              />
              <input type="hidden" name="projectId" value={projectId} />
              <NoteFields id="note" place={place} state={state} {...fields} />
              <p className="flex flex-wrap items-center gap-4">
                <SubmitButton pending="Sending…">Send the note</SubmitButton>
                <span data-kept className="text-sm text-soft empty:hidden" />
              </p>
            </>
          )
        }
      </ActionForm>
      <NoteSent href={null} />
    </div>
  );
}
