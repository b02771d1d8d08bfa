import { dropCookie, keepCookie, readCookie } from "#app/cookie-jar.ts";

const COOKIE = "passkey";
const SECONDS_KEPT = 300;

/** Keeps what binds a passkey's challenge to this browser. Call it from an action. */
export async function keepPasskeyToken(browserToken: string): Promise<void> {
  await keepCookie(COOKIE, browserToken, { sameSite: "strict", until: { seconds: SECONDS_KEPT } });
}

/** Gives what this browser kept, for the last time; empty for one that was asked nothing. Call it from an action. */
export async function takePasskeyToken(): Promise<string> {
  const kept = await readCookie(COOKIE);
  if (kept) await dropCookie(COOKIE);
  return kept ?? "";
}
