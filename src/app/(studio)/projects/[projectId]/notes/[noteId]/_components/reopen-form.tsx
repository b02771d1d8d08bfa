"use client";

import { actOnNotes } from "#app/(studio)/projects/[projectId]/(parts)/notes/actions.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

/** Has a note that an editor settled wait again. */
export function ReopenForm({ note }: { note: { id: string; revision: number } }) {
  return (
    <ActionForm action={actOnNotes}>
      {() => (
        <>
          <input type="hidden" name="notes" value={`${note.id}:${note.revision}`} />
          <p className="mb-3 max-w-[60ch] text-soft">It waits again, and its author is told.</p>
          <SubmitButton tone="plain" name="act" value="reopen" pending="Opening it again…">
            Open it again
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
