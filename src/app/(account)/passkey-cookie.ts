import { cookies } from "next/headers";
import { env } from "#platform/env.ts";

const isSecure = (): boolean => env().ORIGIN?.startsWith("https:") ?? false;
const cookieName = (): string => (isSecure() ? "__Host-episodic-passkey" : "episodic-passkey");
const SECONDS_KEPT = 300;

/** Keeps what binds a passkey's challenge to this browser. Call it from an action. */
export async function keepPasskeyToken(browserToken: string): Promise<void> {
  (await cookies()).set(cookieName(), browserToken, {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "strict",
    path: "/",
    maxAge: SECONDS_KEPT,
  });
}

/** Gives what this browser kept, for the last time; empty for one that was asked nothing. Call it from an action. */
export async function takePasskeyToken(): Promise<string> {
  const jar = await cookies();
  const kept = jar.get(cookieName())?.value;
  if (kept) jar.delete(cookieName());
  return kept ?? "";
}
