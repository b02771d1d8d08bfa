"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { signOutMember } from "../member-actions.ts";

export function SignOutMemberForm({ userId }: { userId: string }) {
  return (
    <ActionForm action={signOutMember}>
      {() => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <SubmitButton tone="plain" pending="Signing them out…">
            Sign them out
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
