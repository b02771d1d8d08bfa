"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { restoreOne } from "../actions.ts";

/** Says that a source was removed, and offers the way back. */
export function RestoreNotice({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  return (
    <ActionForm action={restoreOne} className="mb-6 border-l-2 border-line bg-sunk px-4 py-3">
      {() => (
        <div role="status" className="flex flex-wrap items-center justify-between gap-3">
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="sourceId" value={sourceId} />
          The source was removed: nothing more is written from it.
          <SubmitButton tone="plain" pending="Taking it back…">
            Take it back
          </SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
