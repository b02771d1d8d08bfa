"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { remove } from "../member-actions.ts";

export function RemoveMemberForm({ userId }: { userId: string }) {
  return (
    <ActionForm action={remove}>
      {() => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <SubmitButton tone="danger" pending="Removing…">
            Remove them
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
