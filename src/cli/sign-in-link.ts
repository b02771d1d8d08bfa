import { DEMO_OWNER } from "#demo/plant-demo.ts";
import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import type { System } from "#platform/system.ts";

/** A link that lets the person in once, within ten minutes; the demo's owner when nobody is named. */
export async function makeSignInLink(system: System, origin: string, email = DEMO_OWNER): Promise<string> {
  const { token } = await issueSignInToken(system, email);
  return new URL(`/sign-in?token=${token}`, origin).href;
}
