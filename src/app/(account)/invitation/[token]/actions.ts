"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { webSystem } from "#app/database.ts";
import { requestSystem } from "#app/request-system.ts";
import { safePath } from "#app/safe-path.ts";
import { clearSessionCookie, enterWith, findSignedIn, requireMe } from "#app/session.ts";
import { acceptInvitation } from "#domain/people/accept-invitation.ts";
import { endSession } from "#domain/people/end-session.ts";
import { joinByInvitation } from "#domain/people/join-by-invitation.ts";
import type { FormState } from "#ui/form-state.ts";

/** A new person joins; this browser is theirs then. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const session = await joinByInvitation(await requestSystem(), {
      token: String(form.get("token") ?? ""),
      name: String(form.get("name") ?? ""),
    });
    return enterWith(session, "/");
  });
}

/** Who is signed in joins. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const me = await requireMe();
  return attempt(form, async () => {
    await acceptInvitation(me, { token: String(form.get("token") ?? "") });
    revalidatePath("/", "layout");
    redirect("/");
  });
}

/** Signs out, and leads back to the invitation. */
export async function signOutFirst(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const signedIn = await findSignedIn();
    if (signedIn) await endSession(webSystem(), signedIn.session.id);
    await clearSessionCookie();
    redirect(safePath(`/invitation/${String(form.get("token") ?? "")}`));
  });
}
