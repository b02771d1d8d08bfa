import { systemClock } from "#platform/clock.ts";
import { env, requireEnv } from "#platform/env.ts";
import { keysFrom } from "#platform/keys.ts";
import { openAsRole } from "#platform/open-as-role.ts";
import { openRedis } from "#platform/redis.ts";
import type { System } from "#platform/system.ts";

// Kept on the global object: the development server loads modules anew and must not open a pool each time.
const kept = globalThis as { episodicSystem?: System };

/** The web process's one way to the database, as the role `episodic_app`. */
export function webSystem(): System {
  const { REDIS_URL } = env();
  kept.episodicSystem ??= {
    db: openAsRole("episodic_app"),
    clock: systemClock,
    keys: keysFrom(requireEnv("EPISODIC_SECRET")),
    ...(REDIS_URL ? { redis: openRedis(REDIS_URL) } : {}),
  };
  return kept.episodicSystem;
}
