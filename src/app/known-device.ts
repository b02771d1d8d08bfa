import { cookies } from "next/headers";
import { rememberDevice } from "#domain/people/remember-device.ts";
import { webSystem } from "./database.ts";
import { isSecure, ownCookie } from "./own-cookie.ts";

/** As long as browsers keep a cookie (RFC 6265bis, section 5.5). */
const SECONDS_KEPT = 400 * 86_400;

/** What this browser is known by to the accounts that signed in here. It opens nothing. */
export async function findDeviceToken(): Promise<string | undefined> {
  return (await cookies()).get(ownCookie("device"))?.value;
}

/** Makes this browser known to the account; it stays known when its person signs out. Call it from an action or a route handler. */
export async function rememberBrowser(userId: string): Promise<void> {
  const token = rememberDevice(webSystem(), userId, await findDeviceToken());
  (await cookies()).set(ownCookie("device"), token, {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    maxAge: SECONDS_KEPT,
  });
}
