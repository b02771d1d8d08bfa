import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { findProvider } from "#app/handshake/configured-providers.ts";
import { finishHandshake } from "#app/handshake/finish-handshake.ts";
import { cookieNames, handshakeCookie } from "#app/handshake/handshake-cookies.ts";
import { problemPath, SERVICES_PATH } from "#app/handshake/problem-path.ts";
import { requestSystem } from "#app/request-system.ts";
import { seeOther } from "#app/see-other.ts";
import { enterWith, findSignedIn } from "#app/session.ts";

/** Where a service leads back to. Whatever becomes of it, the handshake's cookies are used up. */
export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }) {
  const provider = findProvider((await params).provider);
  if (!provider) notFound();
  const jar = await cookies();
  const me = (await findSignedIn())?.me ?? null;
  const outcome = await finishHandshake(await requestSystem(), provider, {
    query: new URL(request.url).searchParams,
    cookies: new Map(jar.getAll().map(({ name, value }) => [name, value])),
    me,
  });
  for (const name of Object.values(cookieNames())) {
    if (jar.has(name)) jar.set(name, "", { ...handshakeCookie(), maxAge: 0 });
  }
  switch (outcome.kind) {
    case "signed-in":
      return enterWith(outcome.session, outcome.to);
    case "connected":
      return seeOther(SERVICES_PATH);
    case "problem":
      return seeOther(problemPath({ ...outcome, provider: provider.id, isSignedIn: me !== null }));
  }
}
