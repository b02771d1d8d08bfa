"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { handOver } from "../member-actions.ts";

export function TransferForm({ userId, organizationName }: { userId: string; organizationName: string }) {
  return (
    <ActionForm action={handOver} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <TextField
            name="name"
            label={
              <>
                The name, exactly: <span className="font-normal select-all">{organizationName}</span>
              </>
            }
            autoComplete="off"
            defaultValue={typed(state, "name")}
            error={state.fields?.name}
          />
          <SubmitButton tone="danger" pending="Handing it over…">
            Hand it over
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
