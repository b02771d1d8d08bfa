"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { readAll } from "../notification-actions.ts";

export function ReadAllForm() {
  return (
    <ActionForm action={readAll}>
      {() => (
        <SubmitButton tone="plain" pending="One moment…">
          Mark all as read
        </SubmitButton>
      )}
    </ActionForm>
  );
}
