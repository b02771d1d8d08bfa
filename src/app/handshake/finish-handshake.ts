import { connectIdentity } from "#domain/people/connect-identity.ts";
import type { Me } from "#domain/people/personal.ts";
import type { ProviderProof } from "#domain/people/provider-proof.ts";
import { signInByProvider } from "#domain/people/sign-in-by-provider.ts";
import type { StartedSession } from "#domain/people/start-session.ts";
import { type ErrorCode, isAppError } from "#platform/errors.ts";
import type { Keys } from "#platform/keys.ts";
import { consume } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";
import type { Claims, ConfiguredProvider } from "./configured-providers.ts";
import { cookieNames } from "./handshake-cookies.ts";
import type { HandshakeProblem } from "./handshake-problems.ts";
import { type HandshakePurpose, openPurpose } from "./handshake-purpose.ts";
import { type Arrival, runNextAuth } from "./run-next-auth.ts";

/** What the browser brought back. */
export interface Callback {
  query: URLSearchParams;
  cookies: ReadonlyMap<string, string>;
  /** Who is signed in in this browser now. */
  me: Me | null;
}

export type HandshakeOutcome =
  | { kind: "signed-in"; session: StartedSession; to: string }
  | { kind: "connected" }
  | { kind: "problem"; problem: HandshakeProblem; wanted: HandshakePurpose["wants"]["kind"] };

/** Ends a handshake: somebody is signed in, an account is connected, or there is a reason why not. */
export async function finishHandshake(
  system: System,
  provider: ConfiguredProvider,
  callback: Callback,
): Promise<HandshakeOutcome> {
  const purpose = await openPurpose(system.keys, callback.cookies.get(cookieNames().purpose));
  const wanted = purpose?.wants.kind ?? "sign-in";
  const refuse = (problem: HandshakeProblem): HandshakeOutcome => ({ kind: "problem", problem, wanted });
  if (callback.query.get("error") === "access_denied") return refuse("denied");
  if (purpose?.provider !== provider.id || purpose.state !== callback.query.get("state"))
    return refuse("stale");
  if (!(await isFirst(system, purpose))) return refuse("stale");
  const arrival = await arrive(system.keys, provider, callback);
  if (!arrival) return refuse("failed");
  const proof = proofOf(provider, arrival);
  try {
    if (purpose.wants.kind === "sign-in") {
      const session = await signInByProvider(system, proof);
      return { kind: "signed-in", session, to: purpose.wants.to };
    }
    if (callback.me?.sessionId !== purpose.wants.sessionId) return refuse("stale");
    await connectIdentity(callback.me, proof);
    return { kind: "connected" };
  } catch (error) {
    const problem = isAppError(error) ? PROBLEMS[wanted][error.code] : undefined;
    if (!problem) throw error;
    return refuse(problem);
  }
}

const PROBLEMS: Record<HandshakePurpose["wants"]["kind"], Partial<Record<ErrorCode, HandshakeProblem>>> = {
  "sign-in": { NOT_NOW: "not-connected", INVALID: "failed" },
  connect: { NOT_NOW: "not-proven", CONFLICT: "taken", INVALID: "failed", FORBIDDEN: "stale" },
};

async function isFirst(system: System, { state }: HandshakePurpose): Promise<boolean> {
  try {
    await consume(system, "providerCallback", state);
    return true;
  } catch (error) {
    if (isAppError(error, "LIMIT_REACHED")) return false;
    throw error;
  }
}

/**
 * Has next-auth check what came back. It is shown the code, and none of the other parameters that its OAuth library would take: an
 * access token or ID token in the address could be one that another application was given (RFC 9700, section 4.4 and 4.5).
 */
async function arrive(
  keys: Keys,
  provider: ConfiguredProvider,
  { query, cookies }: Callback,
): Promise<Arrival | null> {
  const code = query.get("code");
  const state = query.get("state");
  if (!code || !state) return null;
  const iss = query.get("iss");
  const { purpose: _, csrf: __, ...names } = cookieNames();
  const kept = Object.values(names).flatMap((name) => {
    const value = cookies.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  let arrival: Arrival | null = null;
  await runNextAuth(
    keys,
    {
      action: "callback",
      method: "GET",
      provider,
      query: { code, state, ...(iss === null ? {} : { iss }) },
      cookies: Object.fromEntries(kept),
    },
    (arrived) => {
      arrival = arrived;
    },
  );
  return arrival;
}

function proofOf(provider: ConfiguredProvider, { subject, claims }: Arrival): ProviderProof {
  return {
    provider: provider.namespace,
    providerName: provider.name,
    subject,
    verifiedEmail: provider.vouchedAddress(claims),
    label: labelOf(claims),
  };
}

function labelOf({ login, preferred_username, email, name }: Claims): string | null {
  const label = [login, preferred_username, email, name].find((one) => typeof one === "string" && one !== "");
  return (label as string | undefined) ?? null;
}
