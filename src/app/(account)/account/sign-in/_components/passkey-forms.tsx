"use client";

import { ActionForm } from "#ui/action-form.tsx";
import { Field } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { SubmitButton } from "#ui/submit-button.tsx";
import { callPasskey, dropPasskey } from "../passkey-actions.ts";

interface PasskeyFormsProps {
  passkeyId: string;
  name: string;
}

export function RenamePasskeyForm({ passkeyId, name }: PasskeyFormsProps) {
  return (
    <ActionForm action={callPasskey}>
      {(state) => (
        <>
          <input type="hidden" name="passkeyId" value={passkeyId} />
          <Field name={`name-${passkeyId}`} label="Name" error={state.fields?.name}>
            {(control) => (
              <div className="flex max-w-[24rem] gap-2">
                <input
                  {...control}
                  name="name"
                  autoComplete="off"
                  required
                  maxLength={60}
                  defaultValue={typed(state, "name", name)}
                  className="control block w-full min-w-0"
                />
                <SubmitButton tone="plain" pending="Saving…">
                  Rename
                </SubmitButton>
              </div>
            )}
          </Field>
        </>
      )}
    </ActionForm>
  );
}

export function RemovePasskeyForm({ passkeyId, name }: PasskeyFormsProps) {
  return (
    <ActionForm action={dropPasskey}>
      {() => (
        <>
          <input type="hidden" name="passkeyId" value={passkeyId} />
          <SubmitButton tone="danger" pending="Removing…">
            Remove <span className="sr-only">{name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
