"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { finishSetUp } from "#domain/people/finish-set-up.ts";
import type { FormState } from "#ui/form-state.ts";

/** Finishes the set-up; home then leads on to the demo. */
export async function finishWelcome(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await finishSetUp(ctx, {
      personName: String(form.get("personName") ?? ""),
      organizationName: String(form.get("organizationName") ?? ""),
      reportingZone: String(form.get("reportingZone") ?? ""),
    });
    redirect("/?welcome");
  });
}
