"use server";

import { refresh } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { changeOrganization } from "#domain/people/change-organization.ts";
import type { FormState } from "#ui/form-state.ts";

export async function saveOrganization(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await changeOrganization(ctx, {
      name: String(form.get("name") ?? ""),
      reportingZone: String(form.get("reportingZone") ?? ""),
      requiresSecondFactor: form.get("requiresSecondFactor") !== null,
    });
    refresh();
    return "Saved.";
  });
}
