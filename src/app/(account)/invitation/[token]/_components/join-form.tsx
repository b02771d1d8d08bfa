"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { join } from "../actions.ts";

export function JoinForm({ token }: { token: string }) {
  return (
    <ActionForm action={join} className="space-y-5">
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="name"
            label="Your name"
            autoComplete="name"
            defaultValue={typed(state, "name")}
            error={state.fields?.name}
          />
          <SubmitButton className="w-full" pending="Joining…">
            Join
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
