import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSession, type SignedIn } from "#domain/people/find-session.ts";
import type { StartedSession } from "#domain/people/start-session.ts";
import type { Ctx } from "#platform/context.ts";
import { env } from "#platform/env.ts";
import { webSystem } from "./database.ts";

/** Over https the browser itself keeps the cookie to this host and path (`__Host-`, RFC 6265bis, section 4.1.3). */
function cookieName(): string {
  return isSecure() ? "__Host-episodic" : "episodic";
}

const isSecure = (): boolean => env().ORIGIN?.startsWith("https:") ?? false;

/** Who is signed in, or null. Asked of the database once for each request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(cookieName())?.value;
  return token ? findSession(webSystem(), token) : null;
});

/** Who is signed in; anybody else is sent to sign in. */
export async function requireSignedIn(): Promise<SignedIn> {
  return (await findSignedIn()) ?? redirect("/sign-in");
}

/** The `ctx` that every verb is handed first; anybody who is not signed in is sent to sign in. */
export async function requireCtx(): Promise<Ctx> {
  return (await requireSignedIn()).ctx;
}

/** Hands the browser its session. Call it from an action or a route handler. */
export async function setSessionCookie(session: StartedSession): Promise<void> {
  (await cookies()).set(cookieName(), session.token, {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    expires: session.expiresAt,
  });
}

/** Takes the session from the browser. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(cookieName());
}
