"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { askAgain } from "../../mail-actions.ts";

/** Has another mail sent to the same address. */
export function AgainForm({ tone }: { tone: "primary" | "plain" }) {
  return (
    <ActionForm action={askAgain}>
      {() => (
        <SubmitButton tone={tone} className="w-full" pending="Sending…">
          Send another code
        </SubmitButton>
      )}
    </ActionForm>
  );
}
