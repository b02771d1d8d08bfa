"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { verifyChain } from "../actions.ts";

/** Computes the whole chain anew and says what came of it. */
export function VerifyForm() {
  return (
    <ActionForm action={verifyChain} className="max-w-[70ch]">
      {() => (
        <SubmitButton tone="plain" pending="Verifying…">
          Verify the chain
        </SubmitButton>
      )}
    </ActionForm>
  );
}
