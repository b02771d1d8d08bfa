"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { mergeSome } from "../memory-actions.ts";
import { MemoryFields } from "./memory-fields.tsx";

interface MergeFormProps {
  projectId: string;
  memories: readonly { id: string; revision: number }[];
  merged: { kind: string; text: string; importance: number };
}

export function MergeForm({ projectId, memories, merged }: MergeFormProps) {
  return (
    <ActionForm action={mergeSome} className="max-w-[65ch] space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          {memories.map(({ id, revision }) => (
            <span key={id}>
              <input type="hidden" name="memories" value={id} />
              <input type="hidden" name={`revision.${id}`} value={revision} />
            </span>
          ))}
          <MemoryFields state={state} id="merge" memory={{ ...merged, validUntil: "" }} withoutDate />
          <SubmitButton pending="Merging…">Merge them</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
