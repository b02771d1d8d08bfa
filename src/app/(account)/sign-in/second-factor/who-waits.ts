import { redirect } from "next/navigation";
import { findSignedIn } from "#app/session.ts";
import type { SignedIn } from "#domain/people/find-session.ts";

/** Whose second factor is due in this browser; anybody else is led on: to sign in, or to where they wanted to go. */
export async function requireWaiting(to: string): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (!signedIn) redirect(`/sign-in?to=${encodeURIComponent(to)}`);
  if (signedIn.session.stage === "COMPLETE") redirect(to);
  return signedIn;
}
