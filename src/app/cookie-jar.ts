import { cookies } from "next/headers";
import { isSecure, ownCookie } from "./own-cookie.ts";

interface KeptCookie {
  /** Strict where only our own pages lead to what reads it. */
  sameSite?: "lax" | "strict";
  /** Until when the browser keeps it. */
  until: { seconds: number } | { expires: Date };
}

/** Reads a cookie of ours, by what it is for; without a name, the session's. */
export async function readCookie(what?: string): Promise<string | null> {
  return (await cookies()).get(ownCookie(what))?.value ?? null;
}

/** Has the browser keep a cookie of ours that no script can read. Call it from an action or a route handler. */
export async function keepCookie(what: string | undefined, value: string, kept: KeptCookie): Promise<void> {
  const { until, sameSite = "lax" } = kept;
  const end = "seconds" in until ? { maxAge: until.seconds } : { expires: until.expires };
  (await cookies()).set(ownCookie(what), value, {
    httpOnly: true,
    secure: isSecure(),
    sameSite,
    path: "/",
    ...end,
  });
}

/** Takes a cookie of ours from the browser, which ignores a change to a `__Host-` name that is not marked secure. */
export async function dropCookie(what?: string): Promise<void> {
  (await cookies()).delete({ name: ownCookie(what), secure: isSecure(), path: "/" });
}
