"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { addOne } from "../memory-actions.ts";
import { MemoryFields } from "./memory-fields.tsx";

export function AddMemoryForm({ projectId }: { projectId: string }) {
  return (
    <ActionForm action={addOne} className="max-w-[65ch] space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <MemoryFields state={state} id="add" />
          <SubmitButton tone="plain" pending="Adding…">
            Add it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
