import { eventStream } from "#app/event-stream.ts";
import { openStreams } from "#app/open-streams.ts";
import { findSignedIn } from "#app/session.ts";
import type { Ending } from "#app/watch-sessions.ts";

/**
 * Tells an open page once that it should not stay as it is: `signed-out` when the session is over, `changed` when it opens something
 * else than the page was made by, which says so in `?standing=`. Then the stream ends.
 */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response(null, { status: 401 });
  const { session, standing } = signedIn;
  const madeBy = new URL(request.url).searchParams.get("standing");
  const { signal, leave } = openStreams().follow({ sessionId: session.id, standing });
  return eventStream(({ finish }) => {
    const end = (ending: Ending) => finish(ending === "unknown" ? undefined : ending);
    if (madeBy !== null && madeBy !== standing) end("changed");
    signal.addEventListener("abort", () => end(signal.reason), { once: true });
    return leave;
  });
}
