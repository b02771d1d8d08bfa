"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { leave } from "../actions.ts";

export function LeaveForm({ name }: { name: string }) {
  return (
    <ActionForm action={leave} className="space-y-4">
      {(state) => (
        <>
          <TextField
            name="name"
            label={
              <>
                The name, exactly: <span className="font-normal select-all">{name}</span>
              </>
            }
            autoComplete="off"
            defaultValue={typed(state, "name")}
            error={state.fields?.name}
          />
          <SubmitButton tone="danger" pending="Leaving…">
            Leave it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
