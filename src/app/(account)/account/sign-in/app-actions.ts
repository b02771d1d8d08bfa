"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { safePath } from "#app/safe-path.ts";
import { requireMe } from "#app/session.ts";
import { beginAuthenticatorApp } from "#domain/people/begin-authenticator-app.ts";
import { confirmAuthenticatorApp } from "#domain/people/confirm-authenticator-app.ts";
import { removeAuthenticatorApp } from "#domain/people/remove-authenticator-app.ts";
import { renewRecoveryCodes } from "#domain/people/renew-recovery-codes.ts";
import type { FormState } from "#ui/form-state.ts";

/** Makes a secret and leads to where it is shown. */
export async function beginApp(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await beginAuthenticatorApp(me, {});
    const to = safePath(form.get("to"), "/account/sign-in");
    redirect(`/account/authenticator-app?to=${encodeURIComponent(to)}`);
  });
}

export async function confirmApp(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  let shownOnce: string[] | null = null;
  const state = await attempt(form, async () => {
    shownOnce = (await confirmAuthenticatorApp(me, { code: String(form.get("code") ?? "") })).recoveryCodes;
    revalidatePath("/account", "layout");
    return "The app is your second factor from now on.";
  });
  return shownOnce ? { ...state, shownOnce } : state;
}

export async function removeApp(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await removeAuthenticatorApp(me, {});
    revalidatePath("/account", "layout");
    return undefined;
  });
}

export async function renewCodes(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  let shownOnce: string[] | null = null;
  const state = await attempt(form, async () => {
    shownOnce = (await renewRecoveryCodes(me, {})).recoveryCodes;
    revalidatePath("/account/sign-in");
    return "Ten new codes are made. Those from before no longer work.";
  });
  return shownOnce ? { ...state, shownOnce } : state;
}
