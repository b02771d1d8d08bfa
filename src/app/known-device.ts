import { rememberDevice } from "#domain/people/remember-device.ts";
import { keepCookie, readCookie } from "./cookie-jar.ts";
import { webSystem } from "./database.ts";

const COOKIE = "device";
/** As long as browsers keep a cookie (RFC 6265bis, section 5.5). */
const SECONDS_KEPT = 400 * 86_400;

/** What this browser is known by to the accounts that signed in here. It opens nothing. */
export async function findDeviceToken(): Promise<string | undefined> {
  return (await readCookie(COOKIE)) ?? undefined;
}

/** Makes this browser known to the account; it stays known when its person signs out. Call it from an action or a route handler. */
export async function rememberBrowser(userId: string): Promise<void> {
  const token = rememberDevice(webSystem(), userId, await findDeviceToken());
  await keepCookie(COOKIE, token, { until: { seconds: SECONDS_KEPT } });
}
