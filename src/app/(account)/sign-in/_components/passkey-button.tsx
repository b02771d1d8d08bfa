"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { PasskeyForm } from "../../_components/passkey-form.tsx";
import { askForPasskey, enterByPasskey } from "../passkey-actions.ts";

/** Signs in by a passkey: the browser shows those that it knows, and no address is needed. */
export function PasskeyButton({ to }: { to: string }) {
  return (
    <PasskeyForm
      begin={askForPasskey}
      ask={startAuthentication}
      action={enterByPasskey}
      label="Use a passkey"
      isWide
    >
      {() => <input type="hidden" name="to" value={to} />}
    </PasskeyForm>
  );
}
