import { randomUUID } from "node:crypto";
import pg from "pg";

/** How long the database may take to tell us what we have said ourselves. */
const HEAR_WITHIN_MS = 2_000;
const CHECK_EVERY_MS = 30_000;
/** Words share so many locks; the triggers that speak know the same number. */
const BUCKETS = 1024;
const TRY_LOCK_EVERY_MS = 50;
/** By which name the connection stands in `pg_stat_activity`. */
const LISTENING = "episodic listens";

interface ListenOptions {
  url: string;
  channel: string;
  /** Says a word on the channel by another connection, as any writer does. */
  say(payload: string): Promise<unknown>;
  heard(payload: string): void;
  /** The connection is lost, and with it perhaps a word: nothing more will be heard. Called once, unless it was closed. */
  lost(): void;
  hearWithinMs?: number;
}

/** A connection of its own that hears what is notified on a channel. */
export interface Listener {
  /**
   * Has a word spoken on the channel from now on: those who speak ask first whether anybody wants to hear it. Waits for transactions under way that
   * have asked already; what they change can be seen afterwards.
   */
  want(word: string): Promise<void>;
  /** For each `want` once. */
  wantNoMore(word: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Listens on a channel by one connection. That it hears is tried, at the start and every half minute: behind a pooler that hands out connections for
 * one transaction, `LISTEN` succeeds and nothing is ever heard, and a line that died in silence looks like one on which nothing is said.
 *
 * @returns null where nothing can be heard
 */
export async function listen(options: ListenOptions): Promise<Listener | null> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: LISTENING,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  const probes = new Map<string, () => void>();
  let isOpen = true;
  let timer: NodeJS.Timeout | undefined;

  const end = async () => {
    isOpen = false;
    clearTimeout(timer);
    await client.end().catch(() => undefined);
  };
  const lose = () => {
    if (!isOpen) return;
    void end();
    options.lost();
  };
  const hears = async (): Promise<boolean> => {
    const probe = `probe:${randomUUID()}`;
    const heard = new Promise<boolean>((resolve) => {
      probes.set(probe, () => resolve(true));
      setTimeout(resolve, options.hearWithinMs ?? HEAR_WITHIN_MS, false).unref();
    });
    await options.say(probe);
    return heard.finally(() => probes.delete(probe));
  };
  const keepChecking = () => {
    timer = setTimeout(async () => {
      if (await hears().catch(() => false)) keepChecking();
      else lose();
    }, CHECK_EVERY_MS).unref();
  };

  client.on("notification", ({ payload = "" }) => {
    if (payload.startsWith("probe:")) probes.get(payload)?.();
    else if (isOpen) options.heard(payload);
  });
  try {
    client.on("error", () => undefined);
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(options.channel)}`);
    if (!(await hears())) throw new Error("nothing is heard");
  } catch {
    await end();
    return null;
  }
  client.on("end", lose);
  keepChecking();
  let asked: Promise<unknown> = Promise.resolve();
  /** One statement after the other: a connection takes no second one before it has answered. */
  const lock = (name: string, word: string): Promise<boolean> => {
    const text = `SELECT ${name}(hashtext($1), hashtext($2) & ${BUCKETS - 1}) AS done`;
    const answer = asked.then(async () => {
      const { rows } = await client.query<{ done: boolean }>(text, [options.channel, word]);
      return rows[0]?.done === true;
    });
    asked = answer.catch(() => undefined);
    return answer;
  };
  return {
    want: async (word) => {
      // Never waiting inside the database: nothing would be heard meanwhile.
      while (isOpen && !(await lock("pg_try_advisory_lock_shared", word).catch(() => false))) {
        await new Promise((resolve) => setTimeout(resolve, TRY_LOCK_EVERY_MS));
      }
    },
    wantNoMore: async (word) => {
      if (isOpen) await lock("pg_advisory_unlock_shared", word).catch(() => false);
    },
    close: end,
  };
}
