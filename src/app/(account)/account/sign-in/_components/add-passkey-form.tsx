"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { TextField } from "#ui/field.tsx";
import { typed } from "#ui/form-state.ts";
import { PasskeyForm } from "../../../_components/passkey-form.tsx";
import { RecoveryCodes } from "../../../_components/recovery-codes.tsx";
import { askForNewPasskey, keepPasskey } from "../passkey-actions.ts";

/** Makes a passkey on this device or one that is near. `device` is the name that is proposed. */
export function AddPasskeyForm({ device }: { device: string }) {
  return (
    <PasskeyForm begin={askForNewPasskey} ask={startRegistration} action={keepPasskey} label="Add a passkey">
      {(state) => (
        <>
          {state.shownOnce ? <RecoveryCodes codes={state.shownOnce} /> : null}
          <div className="max-w-[24rem]">
            <TextField
              name="name"
              label="Name of the new passkey"
              hint="So that you know it again, such as that of the device."
              autoComplete="off"
              required
              maxLength={60}
              defaultValue={typed(state, "name", device)}
              error={state.fields?.name}
            />
          </div>
        </>
      )}
    </PasskeyForm>
  );
}
