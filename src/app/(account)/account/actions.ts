"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { attempt } from "#app/attempt.ts";
import { webSystem } from "#app/database.ts";
import { clearSessionCookie, findSignedIn } from "#app/session.ts";
import { endSession } from "#domain/people/end-session.ts";
import type { FormState } from "#ui/form-state.ts";

const YEAR_SECONDS = 31_536_000;

/** Keeps the theme in a cookie of this browser; `system` follows the device. */
export async function changeTheme(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const theme = form.get("theme");
    const jar = await cookies();
    if (theme === "light" || theme === "dark") {
      jar.set("theme", theme, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true });
    } else {
      jar.delete("theme");
    }
    return undefined;
  });
}

export async function signOut(_: FormState, form: FormData): Promise<FormState> {
  return attempt(form, async () => {
    const signedIn = await findSignedIn();
    if (signedIn) await endSession(webSystem(), signedIn.session.id);
    await clearSessionCookie();
    redirect("/sign-in");
  });
}
