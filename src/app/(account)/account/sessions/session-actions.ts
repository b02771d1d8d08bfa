"use server";

import { revalidatePath } from "next/cache";
import { attempt } from "#app/attempt.ts";
import { requireMe } from "#app/session.ts";
import { endMyOtherSessions } from "#domain/people/end-my-other-sessions.ts";
import { endMySession } from "#domain/people/end-my-session.ts";
import type { FormState } from "#ui/form-state.ts";

/** Ends one of the person's other sessions. */
export async function endOne(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await endMySession(me, { sessionId: String(form.get("sessionId") ?? "") });
    revalidatePath("/account/sessions");
    return undefined;
  });
}

/** Ends all of them but this one. */
export async function endOthers(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    const ended = await endMyOtherSessions(me, {});
    revalidatePath("/account/sessions");
    return ended === 1 ? "One other session is over." : `${ended} other sessions are over.`;
  });
}
