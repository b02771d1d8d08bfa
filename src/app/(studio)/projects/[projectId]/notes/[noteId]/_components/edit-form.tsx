"use client";

import { NoteScopeFields } from "#app/compose-note/note-scope-fields.tsx";
import { ActionForm } from "#ui/action-form.tsx";
import { TextArea } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { editNote } from "../../note-actions.ts";

interface EditFormProps {
  note: { id: string; revision: number; text: string; scope: string; untilDate: string | null };
  today: string;
}

/** Changes the words of a note, or for how long it counts, while no episode has taken it up. */
export function EditForm({ note, today }: EditFormProps) {
  return (
    <ActionForm action={editNote} className="max-w-[65ch] space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="noteId" value={note.id} />
          <input type="hidden" name="revision" value={note.revision} />
          <TextArea
            name="text"
            label="Your note"
            required
            rows={4}
            className="max-h-72"
            defaultValue={typed(state, "text", note.text)}
            error={state.fields?.text}
          />
          <NoteScopeFields
            id="edit"
            state={state}
            today={today}
            scope={note.scope}
            untilDate={note.untilDate ?? ""}
          />
          <SubmitButton tone="plain" pending="Changing…">
            Change the note
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
