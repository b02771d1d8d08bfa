"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { disconnect } from "../identity-actions.ts";

export function DisconnectForm({ identityId, name }: { identityId: string; name: string }) {
  return (
    <ActionForm action={disconnect}>
      {() => (
        <>
          <input type="hidden" name="identityId" value={identityId} />
          <SubmitButton tone="quiet" pending="Disconnecting…">
            Disconnect <span className="sr-only">{name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
