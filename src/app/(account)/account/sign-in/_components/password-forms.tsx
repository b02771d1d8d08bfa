"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { dropPassword, savePassword } from "../password-actions.ts";

interface SavePasswordFormProps {
  /** For password managers, which keep the two together. */
  email: string;
  hasPassword: boolean;
  /** Without a recent sign-in, the present password is the proof. */
  asksCurrent: boolean;
}

/** Sets or changes the password. What is typed is emptied once it was saved. */
export function SavePasswordForm({ email, hasPassword, asksCurrent }: SavePasswordFormProps) {
  return (
    <ActionForm action={savePassword} className="max-w-sm">
      {(state) => (
        <div key={state.done} className="space-y-4">
          <input name="username" autoComplete="username" value={email} readOnly hidden />
          {asksCurrent ? (
            <PasswordField
              name="currentPassword"
              label="Present password"
              autoComplete="current-password"
              error={state.fields?.currentPassword}
            />
          ) : null}
          <PasswordField
            name="password"
            label={hasPassword ? "New password" : "Password"}
            hint="10 characters or more. A few words that have nothing to do with each other make a good one."
            autoComplete="new-password"
            minLength={10}
            error={state.fields?.password}
          />
          <SubmitButton tone="plain" pending="Saving…">
            {hasPassword ? "Change password" : "Set password"}
          </SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}

export function RemovePasswordForm() {
  return (
    <ActionForm action={dropPassword}>
      {() => (
        <SubmitButton tone="danger" pending="Removing…">
          Remove password
        </SubmitButton>
      )}
    </ActionForm>
  );
}
