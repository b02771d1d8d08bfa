"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { partOne } from "../../understanding-actions.ts";

/** Takes a note out of the one that it was joined with. */
export function PartForm({ note }: { note: { id: string; revision: number } }) {
  return (
    <ActionForm action={partOne}>
      {() => (
        <>
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="revision" value={note.revision} />
          <SubmitButton tone="plain" pending="Taking it out…">
            It asks for something else: take it out
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
