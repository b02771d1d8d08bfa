"use server";

import { attempt } from "#app/attempt.ts";
import { findDeviceToken } from "#app/known-device.ts";
import { requestSystem } from "#app/request-system.ts";
import { safePath } from "#app/safe-path.ts";
import { enterWith } from "#app/session.ts";
import { signInWithPassword } from "#domain/people/sign-in-with-password.ts";
import type { FormState } from "#ui/form-state.ts";

/** Lets in who knows the password of the address. */
export async function enterByPassword(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const session = await signInWithPassword(await requestSystem(), {
      email: String(form.get("address") ?? ""),
      password: String(form.get("password") ?? ""),
      deviceToken: await findDeviceToken(),
    });
    return enterWith(session, safePath(form.get("to")));
  });
}
