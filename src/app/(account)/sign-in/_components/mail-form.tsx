"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { askForMail } from "../mail-actions.ts";

interface MailFormProps {
  to: string;
  /** Their address, when it is known who asks: then there is nothing to type. */
  email?: string;
}

/** Asks for an address and has a link with a code sent to it. */
export function MailForm({ to, email }: MailFormProps) {
  return (
    <ActionForm action={askForMail} className="space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="to" value={to} />
          {email === undefined ? (
            <TextField
              name="email"
              label="E-mail address"
              type="email"
              autoComplete="username webauthn"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              required
              maxLength={254}
              defaultValue={typed(state, "email")}
              error={state.fields?.email}
            />
          ) : (
            <input type="hidden" name="email" value={email} />
          )}
          <SubmitButton className="w-full" pending="Sending…">
            {email === undefined ? "Continue with e-mail" : `Send a code to ${email}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
