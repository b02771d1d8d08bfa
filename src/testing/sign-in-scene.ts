import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { beginAuthenticatorApp } from "#domain/people/begin-authenticator-app.ts";
import { confirmAuthenticatorApp } from "#domain/people/confirm-authenticator-app.ts";
import { findAuthenticatorSecret } from "#domain/people/find-authenticator-secret.ts";
import { findSession, type SignedIn } from "#domain/people/find-session.ts";
import { foundOrganization } from "#domain/people/found-organization.ts";
import { issueSignInToken } from "#domain/people/issue-sign-in-token.ts";
import type { Me } from "#domain/people/personal.ts";
import { startSession } from "#domain/people/start-session.ts";
import type { System } from "#platform/system.ts";

export interface SignedInPerson extends SignedIn {
  email: string;
  /** Of the session's cookie. */
  token: string;
  organizationId: string;
}

/** A person who owns an organization and has just come in by a one-time link. */
export async function signedInPerson(system: System): Promise<SignedInPerson> {
  const unique = randomBytes(6).toString("hex");
  const email = `person-${unique}@example.test`;
  const { organizationId } = await foundOrganization(system, {
    name: `Organization ${unique}`,
    slug: `organization-${unique}`,
    ownerEmail: email,
  });
  const { token: signInToken } = await issueSignInToken(system, email);
  const { token } = await startSession(system, { signInToken });
  return { ...(await whoHolds(system, token)), email, token, organizationId };
}

/** Who the cookie's token lets in. */
export async function whoHolds(system: System, token: string): Promise<SignedIn> {
  const found = await findSession(system, token);
  if (!found) throw new Error("The session is not valid.");
  return found;
}

/** The code that an app with this secret shows at that moment. */
export function codeAt(typedSecret: string, at: Date): string {
  const secret = Secret.fromBase32(typedSecret.replaceAll(" ", ""));
  return TOTP.generate({ secret, timestamp: at.getTime() });
}

/** Sets an authenticator app up for the person; its next code is one step later. */
export async function withAuthenticatorApp(me: Me): Promise<{ secret: string; recoveryCodes: string[] }> {
  await beginAuthenticatorApp(me, {});
  const found = await findAuthenticatorSecret(me, {});
  if (!found) throw new Error("No secret waits to be confirmed.");
  const code = codeAt(found.typed, me.clock.now());
  const { recoveryCodes } = await confirmAuthenticatorApp(me, { code });
  return { secret: found.typed, recoveryCodes: recoveryCodes ?? [] };
}
