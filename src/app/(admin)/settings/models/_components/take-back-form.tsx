"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { takeBack } from "../actions.ts";

/** Takes one choice back. */
export function TakeBackForm({ choiceId, what }: { choiceId: string; what: string }) {
  return (
    <ActionForm action={takeBack}>
      {() => (
        <>
          <input type="hidden" name="choiceId" value={choiceId} />
          <SubmitButton tone="quiet" pending="Taking it back…">
            Take back<span className="sr-only"> the choice for {what}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
