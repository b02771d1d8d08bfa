import { getRunState } from "#domain/schedule/get-run-state.ts";
import type { Ctx } from "#platform/context.ts";
import { isAppError } from "#platform/errors.ts";
import { eventStream } from "./event-stream.ts";
import { openStreams, runChanges } from "./open-streams.ts";
import type { RunWatch } from "./watch-runs.ts";
import type { Followed, SessionWatch } from "./watch-sessions.ts";

/** What changes together is told together. */
const TOGETHER_MS = 100;

interface FollowedRun extends Followed {
  ctx: Ctx;
  projectId: string;
  queueId: string;
}

/** What a stream hangs on; tests hand in their own. */
export interface Watches {
  sessions: SessionWatch;
  runs: RunWatch;
}

/** The stream of one run, for somebody who may see it: 404 for anybody else. */
export async function followRun(
  { ctx, projectId, queueId, ...followed }: FollowedRun,
  watches: Watches = { sessions: openStreams(), runs: runChanges() },
): Promise<Response> {
  const read = () => getRunState(ctx, { queueId });
  try {
    if ((await read()).projectId !== projectId) return new Response(null, { status: 404 });
  } catch (error) {
    if (isAppError(error)) return new Response(null, { status: 404 });
    throw error;
  }
  let changed = () => undefined as unknown;
  const line = await watches.runs.follow(queueId, () => changed());
  if (line === null) return new Response(null, { status: 503 });
  const { signal, leave } = watches.sessions.follow(followed);
  return eventStream(({ send, finish }) => {
    let timer: NodeJS.Timeout | undefined;
    const tell = async () => {
      timer = undefined;
      const state = await read().catch(() => null);
      if (state === null) finish();
      else if (state.isOver) finish("over");
      else send("changed");
    };
    changed = () => (timer ??= setTimeout(() => void tell(), TOGETHER_MS));
    signal.addEventListener("abort", () => finish(), { once: true });
    line.signal.addEventListener("abort", () => finish(), { once: true });
    if (line.signal.aborted || signal.aborted) finish();
    // It may have changed since the page was made.
    else changed();
    return () => {
      clearTimeout(timer);
      line.leave();
      leave();
    };
  });
}
