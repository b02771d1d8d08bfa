import { dropCookie, keepCookie, readCookie } from "#app/cookie-jar.ts";
import { safePath } from "#app/safe-path.ts";

const COOKIE = "asked";
/** Longer than the code works, so that the page can say that it is over and to whom another may go. */
const SECONDS_KEPT = 3600;

/** What a browser keeps while it waits for a sign-in mail: the secret that its code is bound to, and where it wanted to go. */
export interface Asked {
  browserSecret: string;
  to: string;
}

/** Call it from an action. */
export async function keepAsked({ browserSecret, to }: Asked): Promise<void> {
  const value = `${browserSecret}.${Buffer.from(to).toString("base64url")}`;
  await keepCookie(COOKIE, value, { until: { seconds: SECONDS_KEPT } });
}

/** What this browser asked for, or null. */
export async function findAsked(): Promise<Asked | null> {
  const [browserSecret, to = ""] = (await readCookie(COOKIE))?.split(".") ?? [];
  if (!browserSecret) return null;
  return { browserSecret, to: safePath(Buffer.from(to, "base64url").toString("utf8")) };
}

/** Gives what this browser asked for, for the last time. Call it from an action. */
export async function takeAsked(): Promise<Asked | null> {
  const asked = await findAsked();
  await dropCookie(COOKIE);
  return asked;
}
