"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { forgetAllFrom, forgetOne } from "../forget-actions.ts";

interface ForgetFormProps {
  projectId: string;
  memoryId: string;
  revision: number;
}

export function ForgetForm({ projectId, memoryId, revision }: ForgetFormProps) {
  return (
    <ActionForm action={forgetOne}>
      {() => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="memoryId" value={memoryId} />
          <input type="hidden" name="revision" value={revision} />
          <SubmitButton tone="danger" pending="Forgetting…">
            Forget it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

interface ForgetFromFormProps {
  projectId: string;
  from: string;
  fromId: string;
  expected: number;
}

export function ForgetFromForm({ projectId, from, fromId, expected }: ForgetFromFormProps) {
  return (
    <ActionForm action={forgetAllFrom}>
      {() => (
        <>
          <input type="hidden" name="projectId" value={projectId} />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="fromId" value={fromId} />
          <input type="hidden" name="expected" value={expected} />
          <SubmitButton tone="danger" pending="Forgetting…">
            {expected === 1 ? "Forget it" : `Forget all ${expected}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
