"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { clearSessionCookie, requireMe } from "#app/session.ts";
import { deleteMyAccount } from "#domain/people/delete-my-account.ts";
import type { FormState } from "#ui/form-state.ts";

export async function deleteMe(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await deleteMyAccount(me, { address: String(form.get("address") ?? "") });
    await clearSessionCookie();
    redirect("/sign-in");
  });
}
