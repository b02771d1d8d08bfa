"use server";

import { revalidatePath } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireMe } from "#app/session.ts";
import { disconnectIdentity } from "#domain/people/disconnect-identity.ts";
import type { FormState } from "#ui/form-state.ts";

/** Takes another service's account from the ways in. */
export async function disconnect(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await disconnectIdentity(me, { identityId: String(form.get("identityId") ?? "") });
    revalidatePath("/account/sign-in");
    return undefined;
  });
}
