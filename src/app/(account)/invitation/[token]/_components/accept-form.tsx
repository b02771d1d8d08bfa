"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { accept } from "../actions.ts";

export function AcceptForm({ token, organizationName }: { token: string; organizationName: string }) {
  return (
    <ActionForm action={accept}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton className="w-full" pending="Joining…">
            Join<span className="sr-only"> {organizationName}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
