import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { findProvider } from "#app/handshake/configured-providers.ts";
import { handshakeCookie } from "#app/handshake/handshake-cookies.ts";
import type { HandshakeProblem } from "#app/handshake/handshake-problems.ts";
import type { HandshakePurpose } from "#app/handshake/handshake-purpose.ts";
import { problemPath } from "#app/handshake/problem-path.ts";
import { startHandshake } from "#app/handshake/start-handshake.ts";
import { isSameOrigin } from "#app/is-same-origin.ts";
import { requestSystem } from "#app/request-system.ts";
import { safePath } from "#app/safe-path.ts";
import { seeOther } from "#app/see-other.ts";
import { findSignedIn } from "#app/session.ts";
import { withinLimit } from "#app/within-limit.ts";
import type { SignedIn } from "#domain/people/find-session.ts";
import { isRecentlyProven } from "#domain/people/personal.ts";

/** Begins a handshake. It leads to a page of ours that leads on: browsers let no form's redirect leave for another origin. */
export async function POST(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  if (!isSameOrigin(request)) return new Response("Sent from elsewhere.", { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const signedIn = await findSignedIn();
  const wants = readWish(form, signedIn);
  if (!wants) return seeOther("/sign-in");
  const isSignedIn = signedIn !== null;
  const refuse = (problem: HandshakeProblem) =>
    seeOther(problemPath({ wanted: wants.kind, provider: provider.id, problem, isSignedIn }));
  if (wants.kind === "connect" && !(signedIn && isRecentlyProven(signedIn.me))) return refuse("not-proven");
  const system = await requestSystem();
  const key = system.from?.address ?? null;
  return withinLimit(system, { limit: "providerPerNetwork", key }, async () => {
    const started = await startHandshake(system.keys, provider, wants);
    if (!started) return refuse("unavailable");
    const jar = await cookies();
    for (const [name, value] of started) jar.set(name, value, handshakeCookie());
    return seeOther("/sign-in/provider");
  });
}

/** What the form asks for; null when it asks to connect an account to somebody who is not signed in. */
function readWish(form: FormData, signedIn: SignedIn | null): HandshakePurpose["wants"] | null {
  if (form.get("for") !== "connect") return { kind: "sign-in", to: safePath(form.get("to")) };
  if (signedIn?.session.stage !== "COMPLETE") return null;
  return { kind: "connect", sessionId: signedIn.session.id };
}
