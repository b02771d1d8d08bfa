"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireMe } from "#app/session.ts";
import { changePassword } from "#domain/people/change-password.ts";
import { removePassword } from "#domain/people/remove-password.ts";
import { setPassword } from "#domain/people/set-password.ts";
import type { FormState } from "#ui/form-state.ts";

/** Sets a password, or changes it: by the present one where the form asked for it, otherwise by a recent sign-in. */
export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    const password = String(form.get("password") ?? "");
    const currentPassword = form.get("currentPassword");
    const { endedSessions } =
      currentPassword === null
        ? await setPassword(me, { password })
        : await changePassword(me, { currentPassword: String(currentPassword), password });
    refresh();
    return `Your new password works from now on.${sayEnded(endedSessions)}`;
  });
}

/** Takes the password away. */
export async function dropPassword(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await removePassword(me, {});
    refresh();
    return undefined;
  });
}

function sayEnded(sessions: number): string {
  if (sessions === 0) return "";
  return sessions === 1
    ? " Your other browser was signed out."
    : ` Your ${sessions} other browsers were signed out.`;
}
