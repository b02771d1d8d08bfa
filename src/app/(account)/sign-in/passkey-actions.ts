"use server";

import { attempt } from "#app/attempt.ts";
import { requestSystem } from "#app/request-system.ts";
import { safePath } from "#app/safe-path.ts";
import { enterWith } from "#app/session.ts";
import { beginPasskeySignIn, type PasskeyToShow } from "#domain/people/begin-passkey-sign-in.ts";
import { startSessionByPasskey } from "#domain/people/start-session-by-passkey.ts";
import { requireEnv } from "#platform/env.ts";
import type { FormState } from "#ui/form-state.ts";
import { askPasskey, type PasskeyQuestion } from "../ask-passkey.ts";
import { takePasskeyToken } from "../passkey-cookie.ts";

/** What the browser's passkeys are asked, before anybody has said who they are. */
export async function askForPasskey(): Promise<PasskeyQuestion<PasskeyToShow["options"]>> {
  const origin = requireEnv("ORIGIN");
  return askPasskey(async () => beginPasskeySignIn(await requestSystem(), { origin }));
}

/** Signs in whose passkey answered. */
export async function enterByPasskey(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const session = await startSessionByPasskey(await requestSystem(), {
      origin: requireEnv("ORIGIN"),
      browserToken: await takePasskeyToken(),
      answer: String(form.get("answer") ?? ""),
    });
    return enterWith(session, safePath(form.get("to")));
  });
}
