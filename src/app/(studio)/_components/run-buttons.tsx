"use client";

import { ActionForm } from "#ui/action-form.tsx";
import type { ButtonTone } from "#ui/button.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { cancelOne, retryOne, writeNow } from "./run-actions.ts";

export function WriteNowButton({ projectId, tone = "primary" }: { projectId: string; tone?: ButtonTone }) {
  return (
    <ActionForm action={writeNow}>
      {() => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <SubmitButton tone={tone} pending="Starting…">
            Write now
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function CancelButton({ queueId }: { queueId: string }) {
  return (
    <ActionForm action={cancelOne}>
      {() => (
        <>
          <input type="hidden" name="queueId" value={queueId} />
          <SubmitButton tone="plain" pending="Cancelling…">
            Cancel
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function RetryButton({ queueId }: { queueId: string }) {
  return (
    <ActionForm action={retryOne}>
      {() => (
        <>
          <input type="hidden" name="queueId" value={queueId} />
          <SubmitButton pending="Trying…">Try again now</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
