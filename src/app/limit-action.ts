import { cookies } from "next/headers";
import { consume } from "#platform/rate-limit.ts";
import { ownCookie } from "./own-cookie.ts";
import { requestSystem } from "./request-system.ts";

/**
 * Counts a form that was sent: by its network, and by the session that it names, so that one person can't use up what their whole
 * office has.
 *
 * @throws AppError LIMIT_REACHED
 */
export async function limitAction(): Promise<void> {
  const system = await requestSystem();
  const token = (await cookies()).get(ownCookie())?.value;
  if (token) await consume(system, "action", token);
  await consume(system, "actionPerNetwork", system.from?.address ?? null);
}
