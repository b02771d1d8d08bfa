"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { webSystem } from "#app/database.ts";
import { setSessionCookie } from "#app/session.ts";
import { startSession } from "#domain/people/start-session.ts";
import type { FormState } from "#ui/form-state.ts";

/** Uses up the one-time link and hands the browser its session. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const userAgent = (await headers()).get("user-agent");
    const session = await startSession(webSystem(), {
      signInToken: String(form.get("token") ?? ""),
      userAgent,
    });
    await setSessionCookie(session);
    redirect("/");
  });
}
