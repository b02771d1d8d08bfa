import { readStandings } from "#domain/people/read-standings.ts";
import { log } from "#platform/log.ts";
import type { System } from "#platform/system.ts";

/** A person who lost their right is out within a second: half of it to notice, half to spare. */
const EVERY_MS = 500;

/** Why a stream had to end: the session is over, it opens something else now, or it can't be known at this moment. */
export type Ending = "signed-out" | "changed" | "unknown";

/** What an open stream was opened by: the session, and what it opened then. */
export interface Followed {
  sessionId: string;
  standing: string;
}

export interface SessionWatch {
  /** The signal aborts, with an `Ending` as its reason, once the session no longer opens what it did. Call `leave` when the stream ends. */
  follow(followed: Followed): { signal: AbortSignal; leave(): void };
}

interface OpenStream extends Followed {
  ending: AbortController;
}

/**
 * Guards the open streams of one process: a request asks the database who somebody is, a stream goes on for hours. One statement asks
 * for all of them, twice a second, and none while no stream is open.
 */
export function watchSessions(system: () => System, everyMs = EVERY_MS): SessionWatch {
  const open = new Set<OpenStream>();
  let isWatching = false;

  const end = (stream: OpenStream, reason: Ending) => {
    // One that was left while the database answered is nobody's any more.
    if (open.delete(stream)) stream.ending.abort(reason);
  };
  const look = async () => {
    const asked = [...open];
    try {
      const sessionIds = [...new Set(asked.map(({ sessionId }) => sessionId))];
      const standings = await readStandings(system(), sessionIds);
      for (const stream of asked) {
        const standing = standings.get(stream.sessionId);
        if (standing === undefined) end(stream, "signed-out");
        else if (standing !== stream.standing) end(stream, "changed");
      }
    } catch (error) {
      // Whoever can't be asked for is not let in either.
      log.error({ err: error, streams: asked.length }, "the sessions of open streams could not be read");
      for (const stream of asked) end(stream, "unknown");
    }
  };
  const keepWatch = async () => {
    if (isWatching) return;
    isWatching = true;
    while (open.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      if (open.size > 0) await look();
    }
    isWatching = false;
  };

  return {
    follow: (followed) => {
      const stream = { ...followed, ending: new AbortController() };
      open.add(stream);
      void keepWatch();
      return { signal: stream.ending.signal, leave: () => open.delete(stream) };
    },
  };
}
