"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { showCode } from "../actions.ts";

/** Takes one of the codes that were put by for this. */
export function RecoveryForm({ to }: { to: string }) {
  return (
    <ActionForm action={showCode} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="by" value="recovery-code" />
          <TextField
            name="recoveryCode"
            label="Recovery code"
            hint="One of those that you put by, as in 7k2mx-0pq9v. Each works once."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={24}
            error={state.fields?.code}
          />
          <SubmitButton tone="plain" className="w-full" pending="Checking…">
            Use this code
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
