"use client";

import { enterOrganization } from "#app/organization-actions.ts";
import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";

export function SwitchForm({ organizationId, name }: { organizationId: string; name: string }) {
  return (
    <ActionForm action={enterOrganization}>
      {() => (
        <>
          <input type="hidden" name="organizationId" value={organizationId} />
          <SubmitButton tone="plain" pending="Going there…">
            Go there<span className="sr-only">: {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
