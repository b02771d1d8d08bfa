"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { signOut } from "../actions.ts";

export function SignOutForm() {
  return (
    <ActionForm action={signOut}>
      {() => (
        <SubmitButton tone="plain" pending="Signing out…">
          Sign out
        </SubmitButton>
      )}
    </ActionForm>
  );
}
