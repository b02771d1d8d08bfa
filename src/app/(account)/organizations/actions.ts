"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requireCtx } from "#app/session.ts";
import { leaveOrganization } from "#domain/people/leave-organization.ts";
import type { FormState } from "#ui/form-state.ts";

export async function leave(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireCtx();
  return attempt(form, async () => {
    await leaveOrganization(ctx, { name: String(form.get("name") ?? "") });
    revalidatePath("/", "layout");
    redirect("/organizations");
  });
}
