"use server";

import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { requestSystem } from "#app/request-system.ts";
import { safePath } from "#app/safe-path.ts";
import { enterWith } from "#app/session.ts";
import { findSignInRequest } from "#domain/people/find-sign-in-request.ts";
import { requestSignIn } from "#domain/people/request-sign-in.ts";
import { signInByCode } from "#domain/people/sign-in-by-code.ts";
import { env } from "#platform/env.ts";
import { AppError } from "#platform/errors.ts";
import type { FormState } from "#ui/form-state.ts";
import { findAsked, keepAsked, takeAsked } from "./asked-cookie.ts";

/** Has a sign-in mail sent, and leads to where its code is typed: the same for every address. */
export async function askForMail(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, () => ask(String(form.get("email") ?? ""), safePath(form.get("to"))));
}

/** The same once more, to the address that this browser asked for last. */
export async function askAgain(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const asked = await findAsked();
    const before = asked && (await findSignInRequest(await requestSystem(), asked.browserSecret));
    if (!before) redirect("/sign-in");
    return ask(before.email, asked.to);
  });
}

/** Uses up the code that was typed in the browser which asked for it. */
export async function enterCode(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const { browserSecret, to } = (await findAsked()) ?? { browserSecret: "", to: "/" };
    const code = String(form.get("code") ?? "");
    const session = await signInByCode(await requestSystem(), { browserSecret, code });
    await takeAsked();
    return enterWith(session, to);
  });
}

async function ask(email: string, to: string): Promise<never> {
  if (!env().SMTP_URL)
    throw new AppError("NOT_NOW", "No mail server is set up here. Come in by another way.");
  const { browserSecret } = await requestSignIn(await requestSystem(), { email });
  await keepAsked({ browserSecret, to });
  redirect("/sign-in/code");
}
