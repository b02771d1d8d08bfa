import { redirect } from "next/navigation";
import { cache } from "react";
import { endSession } from "#domain/people/end-session.ts";
import { findSession, type SignedIn } from "#domain/people/find-session.ts";
import type { MyOrganization } from "#domain/people/list-my-organizations.ts";
import type { Me } from "#domain/people/personal.ts";
import type { StartedSession } from "#domain/people/start-session.ts";
import type { Ctx } from "#platform/context.ts";
import { dropCookie, keepCookie, readCookie } from "./cookie-jar.ts";
import { webSystem } from "./database.ts";
import { rememberBrowser } from "./known-device.ts";
import { requestSystem } from "./request-system.ts";

/** Who holds this browser's session, or null. Asked of the database once for each request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const token = await readCookie();
  return token ? findSession(await requestSystem(), token) : null;
});

/** For route handlers, which answer 401 instead of leading somewhere: null for whom `requireCtx` would send away. */
export async function findCtx(): Promise<Ctx | null> {
  return (await findSignedIn())?.ctx ?? null;
}

/** Somebody who is signed in and inside an organization. */
export interface Inside extends SignedIn {
  organization: MyOrganization;
  ctx: Ctx;
}

/** Who is signed in; anybody else is sent to what is missing: to sign in, to show or set up their second factor, to an organization. */
export async function requireSignedIn(): Promise<Inside> {
  const signedIn = await requireWhole();
  const { organization, ctx } = signedIn;
  if (!organization) redirect("/organizations");
  if (!ctx) redirect("/account/second-factor");
  return { ...signedIn, organization, ctx };
}

/** The `ctx` that every verb is handed first; anybody who is not signed in is sent to sign in. */
export async function requireCtx(): Promise<Ctx> {
  return (await requireSignedIn()).ctx;
}

/** The person, apart from any organization: for their own account. */
export async function requireMe(): Promise<Me> {
  return (await requireWhole()).me;
}

/** Who is signed in, with nothing left to prove; they may belong to no organization. */
export async function requireWhole(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (!signedIn) redirect("/sign-in");
  if (signedIn.session.stage === "SECOND_FACTOR_DUE") redirect("/sign-in/second-factor");
  return signedIn;
}

/**
 * Ends what this browser was signed in by before, hands it its new session and leads on: to `path`, by way of the second factor where
 * one is due. Call it from an action or a route handler.
 */
export async function enterWith(session: StartedSession, path: string): Promise<never> {
  const before = await findSignedIn();
  if (before) await endSession(webSystem(), before.session.id);
  await keepCookie(undefined, session.token, { until: { expires: session.expiresAt } });
  await rememberBrowser(session.userId);
  redirect(stepAfter(session, path));
}

/** Where a session leads: to the path, by way of the second factor where one is due. */
export function stepAfter({ stage }: Pick<StartedSession, "stage">, path: string): string {
  return stage === "COMPLETE" ? path : `/sign-in/second-factor?to=${encodeURIComponent(path)}`;
}

/** Takes the session from the browser. */
export async function clearSessionCookie(): Promise<void> {
  await dropCookie();
}
