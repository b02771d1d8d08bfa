"use server";

import { attempt } from "#app/attempt.ts";
import { safePath } from "#app/safe-path.ts";
import { enterWith } from "#app/session.ts";
import { beginPasskeyAsSecond } from "#domain/people/begin-passkey-as-second.ts";
import type { PasskeyToShow } from "#domain/people/begin-passkey-sign-in.ts";
import { completeSignIn } from "#domain/people/complete-sign-in.ts";
import { requireEnv } from "#platform/env.ts";
import type { FormState } from "#ui/form-state.ts";
import { askPasskey, type PasskeyQuestion } from "../../ask-passkey.ts";
import { takePasskeyToken } from "../../passkey-cookie.ts";
import { requireWaiting } from "./who-waits.ts";

/** Shows a code: of the app, or for recovery. */
export async function showCode(_: FormState, form: FormData): Promise<FormState> {
  const to = safePath(form.get("to"));
  const { me } = await requireWaiting(to);
  return attempt(form, async () => {
    const isRecovery = form.get("by") === "recovery-code";
    const session = await completeSignIn(me, {
      by: isRecovery ? "recovery-code" : "app",
      code: String(form.get(isRecovery ? "recoveryCode" : "code") ?? ""),
    });
    return enterWith(session, to);
  });
}

/** What the person's passkeys are asked. */
export async function askForMyPasskey(): Promise<PasskeyQuestion<PasskeyToShow["options"]>> {
  const { me } = await requireWaiting("/");
  return askPasskey(() => beginPasskeyAsSecond(me, { origin: requireEnv("ORIGIN") }));
}

/** Shows a passkey. */
export async function showPasskey(_: FormState, form: FormData): Promise<FormState> {
  const to = safePath(form.get("to"));
  const { me } = await requireWaiting(to);
  return attempt(form, async () => {
    const session = await completeSignIn(me, {
      by: "passkey",
      origin: requireEnv("ORIGIN"),
      browserToken: await takePasskeyToken(),
      answer: String(form.get("answer") ?? ""),
    });
    return enterWith(session, to);
  });
}
