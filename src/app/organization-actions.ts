"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { switchOrganization } from "#domain/people/switch-organization.ts";
import type { FormState } from "#ui/form-state.ts";
import { attempt } from "./attempt.ts";
import { requireMe } from "./session.ts";

/** Leads this browser into another of the person's organizations, and home. */
export async function enterOrganization(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await switchOrganization(me, { organizationId: String(form.get("organizationId") ?? "") });
    // Nothing that was loaded inside the other one may be shown in this one.
    revalidatePath("/", "layout");
    redirect("/");
  });
}
