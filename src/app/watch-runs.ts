import type { Listener, listen } from "#platform/listen.ts";
import { log } from "#platform/log.ts";

/** Where nothing could be heard, it is not tried again for so long: each try makes somebody wait. */
const DEAF_FOR_MS = 60_000;

/** Somebody who follows one run. */
interface Follower {
  changed(): void;
  ending: AbortController;
}

export interface RunWatch {
  /**
   * Calls `changed` whenever something of the run has changed. The signal aborts when nothing more will be heard: begin anew, and look at the run, for a
   * change may have been missed. Call `leave` when done. Null where the database can't tell: then one has to ask it again and again.
   */
  follow(queueId: string, changed: () => void): Promise<{ signal: AbortSignal; leave(): void } | null>;
}

/** What is heard of, and by what way: `listen` with its channel and connections chosen. */
export type Listen = (heard: (queueId: string) => void, lost: () => void) => ReturnType<typeof listen>;

/** Hears of all runs by one connection and tells those who follow them; it is open only while somebody does. */
export function watchRuns(listenTo: Listen, deafForMs = DEAF_FOR_MS): RunWatch {
  const followers = new Map<string, Set<Follower>>();
  let listening: Promise<Listener | null> | undefined;

  const lost = () => {
    listening = undefined;
    log.warn("the line on which the database tells of runs broke");
    const all = [...followers.values()].flatMap((each) => [...each]);
    followers.clear();
    for (const { ending } of all) ending.abort();
  };
  const heard = (queueId: string) => {
    for (const { changed } of followers.get(queueId) ?? []) changed();
  };
  const open = async () => {
    const listener = await listenTo(heard, lost);
    if (listener === null) {
      log.warn(
        "the database can't tell of runs here (a pooler in transaction mode?): pages ask every few seconds",
      );
      setTimeout(() => (listening = undefined), deafForMs).unref();
    }
    return listener;
  };
  const leave = (queueId: string, follower: Follower) => {
    const others = followers.get(queueId);
    // After a broken line there is nothing to give back.
    if (!others?.delete(follower)) return;
    if (others.size === 0) followers.delete(queueId);
    const left = listening;
    if (followers.size > 0) {
      void left?.then((listener) => listener?.wantNoMore(queueId));
      return;
    }
    listening = undefined;
    void left?.then((listener) => listener?.close());
  };

  return {
    follow: async (queueId, changed) => {
      const follower: Follower = { changed, ending: new AbortController() };
      // Entered before the line is open, so that nobody closes it between.
      const others = followers.get(queueId) ?? new Set();
      followers.set(queueId, others.add(follower));
      listening ??= open();
      const listener = await listening;
      if (listener === null) {
        others.delete(follower);
        if (others.size === 0) followers.delete(queueId);
        return null;
      }
      await listener.want(queueId);
      return { signal: follower.ending.signal, leave: () => leave(queueId, follower) };
    },
  };
}
