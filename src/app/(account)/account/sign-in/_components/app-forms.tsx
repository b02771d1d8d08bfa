"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { SubmitButton } from "#ui/submit-button.tsx";
import { RecoveryCodes } from "../../../_components/recovery-codes.tsx";
import { beginApp, removeApp, renewCodes } from "../app-actions.ts";

/** `to` is where to go once it is set up. */
export function BeginAppForm({ to }: { to: string }) {
  return (
    <ActionForm action={beginApp}>
      {() => (
        <>
          <input type="hidden" name="to" value={to} />
          <SubmitButton tone="plain" pending="One moment…">
            Set up an authenticator app
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function RemoveAppForm() {
  return (
    <ActionForm action={removeApp}>
      {() => (
        <SubmitButton tone="danger" pending="Removing…">
          Remove the authenticator app
        </SubmitButton>
      )}
    </ActionForm>
  );
}

export function RenewCodesForm() {
  return (
    <ActionForm action={renewCodes} className="space-y-4">
      {(state) => (
        <>
          {state.shownOnce ? <RecoveryCodes codes={state.shownOnce} /> : null}
          <SubmitButton tone="plain" pending="Making them…">
            Make new recovery codes
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
