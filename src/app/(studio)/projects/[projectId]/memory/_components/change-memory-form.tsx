"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { changeOne } from "../memory-actions.ts";
import { MemoryFields } from "./memory-fields.tsx";

interface ChangeMemoryFormProps {
  memoryId: string;
  revision: number;
  memory: { kind: string; text: string; importance: number; validUntil: string };
}

export function ChangeMemoryForm({ memoryId, revision, memory }: ChangeMemoryFormProps) {
  return (
    <ActionForm action={changeOne} className="max-w-[65ch] space-y-4">
      {(state) => (
        <>
          <input type="hidden" name="memoryId" value={memoryId} />
          <input type="hidden" name="revision" value={revision} />
          <MemoryFields state={state} id="change" memory={memory} />
          <SubmitButton tone="plain" pending="Changing…">
            Change it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
