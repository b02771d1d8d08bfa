"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireMe } from "#app/session.ts";
import { changeProfile } from "#domain/people/change-profile.ts";
import type { FormState } from "#ui/form-state.ts";

export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await changeProfile(me, {
      name: String(form.get("name") ?? ""),
      timeZone: String(form.get("timeZone") ?? ""),
    });
    refresh();
    return "Saved.";
  });
}
