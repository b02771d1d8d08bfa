"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { enterCode } from "../../mail-actions.ts";

/** Takes the code of the mail, in any case, with or without its dash. */
export function CodeForm() {
  return (
    <ActionForm action={enterCode} className="space-y-4">
      {(state) => (
        <>
          <TextField
            name="code"
            label="Code"
            hint="Eight letters, as in WDJB-MJHT."
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            required
            maxLength={24}
            className="text-center text-lg tracking-[0.2em] uppercase"
            defaultValue={typed(state, "code")}
            error={state.fields?.code}
          />
          <SubmitButton className="w-full" pending="Signing in…">
            Sign in
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
