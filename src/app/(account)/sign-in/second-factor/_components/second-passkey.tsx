"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { PasskeyForm } from "../../../_components/passkey-form.tsx";
import { askForMyPasskey, showPasskey } from "../actions.ts";

/** Shows one of the person's own passkeys. */
export function SecondPasskey({ to }: { to: string }) {
  return (
    <PasskeyForm
      begin={askForMyPasskey}
      ask={startAuthentication}
      action={showPasskey}
      label="Use your passkey"
      isWide
    >
      {() => <input type="hidden" name="to" value={to} />}
    </PasskeyForm>
  );
}
