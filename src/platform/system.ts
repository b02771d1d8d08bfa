import type { Redis } from "ioredis";
import type { Clock } from "./clock.ts";
import type { Actor, Ctx } from "./context.ts";
import type { Database } from "./database.ts";
import type { Keys } from "./keys.ts";
import type { ModelAccess } from "./model-access.ts";

/** Where a request came from, for the audit log and the list of sessions. */
export interface RequestOrigin {
  /** The network address of the client. */
  address: string | null;
  userAgent: string | null;
}

/** What work that spans organizations is handed first: no organization is chosen yet. */
export interface System {
  db: Database;
  clock: Clock;
  keys: Keys;
  /** Set where limits are counted in Redis. */
  redis?: Redis;
  /** The model providers that can be reached, where they are not those of the configuration. */
  modelAccess?: ModelAccess;
  /** Set while a request is answered; a job comes from nowhere. */
  from?: RequestOrigin;
}

/** Enters one organization as a named system job. */
export function actingFor(system: System, organizationId: string, job: string): Ctx {
  const actor: Actor = { kind: "system", job };
  return { ...system, actor, organizationId };
}
