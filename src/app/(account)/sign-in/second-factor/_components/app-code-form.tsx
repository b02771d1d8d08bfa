"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { showCode } from "../actions.ts";

/** Takes the six digits that the authenticator app shows now. */
export function AppCodeForm({ to }: { to: string }) {
  return (
    <ActionForm action={showCode} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="by" value="app" />
          <TextField
            name="code"
            label="Code of your authenticator app"
            hint="Six digits, new every half minute."
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            autoFocus
            required
            maxLength={12}
            className="text-center text-lg tracking-[0.2em]"
            error={state.fields?.code}
          />
          <SubmitButton className="w-full" pending="Checking…">
            Continue
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
