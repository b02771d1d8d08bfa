"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { typed } from "#ui/form-state.ts";
import { PasswordField } from "#ui/password-field.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { enterByPassword } from "../password-actions.ts";

interface PasswordFormProps {
  to: string;
  /** Their address, when it is known who asks. */
  email?: string;
  /** Open from the start, where there is no better way in. */
  open?: boolean;
}

/** Signs in by address and password, for those who set one. */
export function PasswordForm({ to, email, open = false }: PasswordFormProps) {
  return (
    <ActionForm action={enterByPassword}>
      {(state) => (
        <Fold title="Use a password" open={open || state.message !== undefined}>
          <div className="space-y-4">
            <input type="hidden" name="to" value={to} />
            {email === undefined ? (
              <TextField
                name="address"
                label="E-mail address"
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                maxLength={254}
                defaultValue={typed(state, "address")}
                error={state.fields?.email}
              />
            ) : (
              <input name="address" autoComplete="username" value={email} readOnly hidden />
            )}
            <PasswordField
              name="password"
              label="Password"
              autoComplete="current-password"
              error={state.fields?.password}
            />
            <SubmitButton tone="plain" className="w-full" pending="Signing in…">
              Sign in with the password
            </SubmitButton>
          </div>
        </Fold>
      )}
    </ActionForm>
  );
}
