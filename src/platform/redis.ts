import { Redis } from "ioredis";
import { log } from "./log.ts";

/**
 * A connection to Redis for counting only. A command waits for no connection: while there is none it fails at once, and the counting
 * goes on in PostgreSQL.
 */
export function openRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 1000,
    connectTimeout: 2000,
    retryStrategy: (attempts) => Math.min(attempts * 200, 5000),
  });
  let isAway = false;
  redis.on("ready", () => {
    isAway = false;
  });
  redis.on("error", (error) => {
    if (!isAway) log.warn({ err: error }, "redis can't be reached; limits are counted in PostgreSQL");
    isAway = true;
  });
  return redis;
}
