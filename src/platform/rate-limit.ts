import { createHmac } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "./errors.ts";
import { LIMITS, type Limit, type LimitName } from "./limits.ts";
import { log } from "./log.ts";
import { networkOf } from "./network-of.ts";
import type { System } from "./system.ts";

/** How much of a limit is left to a key, for the headers of an answer. */
export interface LimitState {
  limit: LimitName;
  remaining: number;
  /** Until all of it is there again; 0 when nothing was used. */
  resetSeconds: number;
}

/**
 * Uses up one point of a limit. The key is whose it is: an account, a session, for limits `by: "network"` the address as it is; null
 * where it is not known. Only a keyed hash of it is stored. Windows run by the machine's clock. Call it before a transaction is
 * opened: it takes a connection of its own.
 *
 * @throws AppError LIMIT_REACHED with `retryAfterSeconds`, and a message that says when to try again; NOT_NOW when a way in can't be
 *   counted because the database can't be reached.
 */
export async function consume(system: System, limit: LimitName, key: string | null): Promise<LimitState> {
  try {
    return stateOf(limit, await limiterOf(system, limit).consume(storedKey(system, limit, key)));
  } catch (outcome) {
    if (!(outcome instanceof RateLimiterRes)) return withoutCounter(limit, outcome);
    const { resetSeconds } = stateOf(limit, outcome);
    throw new AppError("LIMIT_REACHED", `${LIMITS[limit].says} ${tryAgain(resetSeconds)}`, {
      retryAfterSeconds: resetSeconds,
    });
  }
}

/** Gives a point back: what was tried was right. Never throws; a point that is lost comes back with the window. */
export async function giveBack(system: System, limit: LimitName, key: string | null): Promise<void> {
  try {
    await limiterOf(system, limit).reward(storedKey(system, limit, key));
  } catch (error) {
    log.warn({ err: error, limit }, "a point could not be given back to a limit");
  }
}

/** "Try again in 12 minutes." Rounded up: who waits that long gets in. */
export function tryAgain(seconds: number): string {
  if (seconds < 90) return seconds <= 1 ? "Try again in a second." : `Try again in ${seconds} seconds.`;
  if (seconds < 90 * 60) return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
  return `Try again in ${Math.ceil(seconds / 3600)} hours.`;
}

type Limiter = RateLimiterPostgres | RateLimiterRedis;
const opened = new WeakMap<pg.Pool, Map<LimitName, Limiter>>();

function limiterOf({ db, redis }: System, name: LimitName): Limiter {
  const limiters = opened.get(db.pool) ?? new Map<LimitName, Limiter>();
  opened.set(db.pool, limiters);
  let limiter = limiters.get(name);
  if (!limiter) {
    const { points, perSeconds } = LIMITS[name];
    const inPostgres = new RateLimiterPostgres({
      storeClient: poolOf(db.pool),
      storeType: "client",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: false,
      ...options(name, points, perSeconds),
    });
    limiter = redis
      ? new RateLimiterRedis({
          storeClient: redis,
          rejectIfRedisNotReady: true,
          insuranceLimiter: inPostgres,
          ...options(name, points, perSeconds),
        })
      : inPostgres;
    limiters.set(name, limiter);
  }
  return limiter;
}

/** Once a key is over, this process remembers it until the window ends: an attack that goes on costs no query. */
function options(keyPrefix: string, points: number, duration: number) {
  return { keyPrefix, points, duration, inMemoryBlockOnConsumed: points + 1 };
}

/**
 * The library reckons with the milliseconds of `expire` as a number, not as the bigint that our pool gives. The statement is sent
 * without its name, under which a pooler between us and PostgreSQL may not find it.
 */
function poolOf(pool: pg.Pool) {
  return {
    query: ({ text, values }: { text: string; values: unknown[] }) =>
      pool.query({ text, values, types: pg.types }),
  };
}

function storedKey({ keys }: System, limit: LimitName, key: string | null): string {
  const { by }: Limit = LIMITS[limit];
  const whose = by === "network" ? networkOf(key) : (key ?? "unknown");
  return createHmac("sha256", keys("rate-limit")).update(whose).digest("base64url");
}

function stateOf(limit: LimitName, { remainingPoints, msBeforeNext }: RateLimiterRes): LimitState {
  return { limit, remaining: Math.max(remainingPoints, 0), resetSeconds: Math.ceil(msBeforeNext / 1000) };
}

function untouched(limit: LimitName): LimitState {
  return { limit, remaining: LIMITS[limit].points, resetSeconds: 0 };
}

function withoutCounter(limit: LimitName, cause: unknown): LimitState {
  log.error({ err: cause, limit }, "a limit could not be counted");
  if (LIMITS[limit].whenBroken === "allow") return untouched(limit);
  throw new AppError("NOT_NOW", "Signing in does not work at this moment. Try again in a minute.", {
    retryAfterSeconds: 60,
    cause,
  });
}
