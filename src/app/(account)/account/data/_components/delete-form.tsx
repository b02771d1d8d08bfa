"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { deleteMe } from "../actions.ts";

export function DeleteForm({ address }: { address: string }) {
  return (
    <ActionForm action={deleteMe} className="space-y-4">
      {(state) => (
        <>
          <TextField
            name="address"
            label={
              <>
                Your address, exactly: <span className="font-normal select-all">{address}</span>
              </>
            }
            autoComplete="off"
            defaultValue={typed(state, "address")}
            error={state.fields?.address}
          />
          <SubmitButton tone="danger" pending="Deleting…">
            Delete my account
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
