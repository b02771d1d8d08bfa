"use client";

import { ActionForm } from "./action-form.tsx";
import { TextField } from "./field.tsx";
import { type FormState, typed } from "./form-state.ts";
import { SubmitButton } from "./submit-button.tsx";

interface TypedConfirmationProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the action is told besides. */
  hidden?: Readonly<Record<string, string>>;
  /** The control that takes what is typed. */
  name: string;
  /** What has to be typed, as in "The name". */
  what: string;
  /** It, to be copied. */
  exactly: string;
  pending: string;
  children: string;
}

/** A form for what can't be undone: it asks for the name of what it will hit, typed out. */
export function TypedConfirmation(props: TypedConfirmationProps) {
  const { action, hidden = {}, name, what, exactly, pending, children } = props;
  return (
    <ActionForm action={action} className="space-y-4">
      {(state) => (
        <>
          {Object.entries(hidden).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          <TextField
            name={name}
            label={
              <>
                {what}, exactly: <span className="font-normal select-all">{exactly}</span>
              </>
            }
            autoComplete="off"
            defaultValue={typed(state, name)}
            error={state.fields?.[name]}
          />
          <SubmitButton tone="danger" pending={pending}>
            {children}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
