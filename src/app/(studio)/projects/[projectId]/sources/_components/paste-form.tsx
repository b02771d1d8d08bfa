"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { pasteSource } from "../actions.ts";

export function PasteForm({ projectId }: { projectId: string }) {
  return (
    <ActionForm action={pasteSource} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <TextField
            name="title"
            label="Title"
            optional
            hint="Left empty, its first heading or line becomes the title."
            maxLength={200}
            defaultValue={typed(state, "title")}
          />
          <TextArea
            name="text"
            label="Text"
            required
            rows={8}
            className="max-h-96"
            defaultValue={typed(state, "text")}
            error={state.fields?.text}
          />
          <SubmitButton tone="plain" pending="Adding…">
            Add this text
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
