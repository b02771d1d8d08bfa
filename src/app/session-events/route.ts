import { openStreams } from "#app/open-streams.ts";
import { findSignedIn } from "#app/session.ts";
import type { Ending } from "#app/watch-sessions.ts";

const HEARTBEAT_MS = 15_000;
const text = new TextEncoder();

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
  let heartbeat: NodeJS.Timeout | undefined;
  const stop = () => {
    leave();
    clearInterval(heartbeat);
  };
  const body = new ReadableStream<Uint8Array>({
    start(stream) {
      const finish = (ending: Ending) => {
        stop();
        if (ending !== "unknown") stream.enqueue(text.encode(`event: ${ending}\ndata:\n\n`));
        stream.close();
      };
      stream.enqueue(text.encode(": here\n\n"));
      if (madeBy !== null && madeBy !== standing) return finish("changed");
      heartbeat = setInterval(() => stream.enqueue(text.encode(": here\n\n")), HEARTBEAT_MS);
      signal.addEventListener("abort", () => finish(signal.reason), { once: true });
    },
    cancel: stop,
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      // Not to be compressed either: that would hold the words back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
