import type { Clock } from "./clock.ts";
import type { Actor, Ctx } from "./context.ts";
import type { Database } from "./database.ts";

/** What work that spans organizations is handed first: no organization is chosen yet. */
export interface System {
  db: Database;
  clock: Clock;
}

/** Enters one organization as a named system job. */
export function actingFor(system: System, organizationId: string, job: string): Ctx {
  const actor: Actor = { kind: "system", job };
  return { actor, organizationId, db: system.db, clock: system.clock };
}
