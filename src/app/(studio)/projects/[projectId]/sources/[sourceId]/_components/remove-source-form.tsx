"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { removeOne } from "../../actions.ts";

export function RemoveSourceForm({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  return (
    <ActionForm action={removeOne}>
      {() => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="sourceId" value={sourceId} />
          <SubmitButton tone="danger" pending="Removing…">
            Remove it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
