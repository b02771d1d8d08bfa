"use server";

import { revalidatePath } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireMe } from "#app/session.ts";
import { addPasskey } from "#domain/people/add-passkey.ts";
import { beginPasskey, type PasskeyToMake } from "#domain/people/begin-passkey.ts";
import { removePasskey } from "#domain/people/remove-passkey.ts";
import { renamePasskey } from "#domain/people/rename-passkey.ts";
import { requireEnv } from "#platform/env.ts";
import type { FormState } from "#ui/form-state.ts";
import { askPasskey, type PasskeyQuestion } from "../../ask-passkey.ts";
import { takePasskeyToken } from "../../passkey-cookie.ts";

/** What the browser is asked, so that it makes a passkey. */
export async function askForNewPasskey(): Promise<PasskeyQuestion<PasskeyToMake["options"]>> {
  const me = await requireMe();
  return askPasskey(() => beginPasskey(me, { origin: requireEnv("ORIGIN") }));
}

/** Keeps the passkey that was made. */
export async function keepPasskey(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  let shownOnce: string[] | null = null;
  const state = await attempt(form, async () => {
    const { recoveryCodes } = await addPasskey(me, {
      origin: requireEnv("ORIGIN"),
      browserToken: await takePasskeyToken(),
      answer: String(form.get("answer") ?? ""),
      name: String(form.get("name") ?? ""),
    });
    shownOnce = recoveryCodes;
    revalidatePath("/account", "layout");
    return "The passkey is kept. It signs you in by itself, and serves as your second factor.";
  });
  return shownOnce ? { ...state, shownOnce } : state;
}

export async function callPasskey(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    const name = String(form.get("name") ?? "");
    await renamePasskey(me, { passkeyId: String(form.get("passkeyId") ?? ""), name });
    revalidatePath("/account/sign-in");
    return undefined;
  });
}

export async function dropPasskey(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await removePasskey(me, { passkeyId: String(form.get("passkeyId") ?? "") });
    revalidatePath("/account", "layout");
    return undefined;
  });
}
