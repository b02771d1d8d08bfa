"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { removeForGood } from "../actions.ts";

export function RemoveForm({ projectId, title }: { projectId: string; title: string }) {
  return (
    <ActionForm action={removeForGood} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <TextField
            name="title"
            label={
              <>
                The name, exactly: <span className="font-normal select-all">{title}</span>
              </>
            }
            autoComplete="off"
            defaultValue={typed(state, "title")}
            error={state.fields?.title}
          />
          <SubmitButton tone="danger" pending="Removing…">
            Remove it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
