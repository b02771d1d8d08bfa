"use server";

import { attempt } from "#app/attempt.ts";
import { requestSystem } from "#app/request-system.ts";
import { enterWith } from "#app/session.ts";
import { startSession } from "#domain/people/start-session.ts";
import type { FormState } from "#ui/form-state.ts";
import { takeAsked } from "../asked-cookie.ts";

/** Uses up the one-time link and hands the browser its session. The browser that asked for the link goes where it wanted to go. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const session = await startSession(await requestSystem(), {
      signInToken: String(form.get("token") ?? ""),
    });
    return enterWith(session, (await takeAsked())?.to ?? "/");
  });
}
