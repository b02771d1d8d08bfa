"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { endOne, endOthers } from "../session-actions.ts";

/** Ends one session; `device` tells the buttons apart for who hears them. */
export function EndForm({ sessionId, device }: { sessionId: string; device: string }) {
  return (
    <ActionForm action={endOne}>
      {() => (
        <>
          <input type="hidden" name="sessionId" value={sessionId} />
          <SubmitButton tone="plain" pending="Ending…">
            Sign out<span className="sr-only"> {device}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Ends every session but this one. */
export function EndOthersForm({ hasOthers }: { hasOthers: boolean }) {
  return (
    <ActionForm action={endOthers}>
      {() =>
        hasOthers ? (
          <SubmitButton tone="danger" pending="Ending…">
            Sign out everywhere else
          </SubmitButton>
        ) : null
      }
    </ActionForm>
  );
}
