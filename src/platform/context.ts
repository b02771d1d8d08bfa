import type { Clock } from "./clock.ts";
import type { Database, Tx } from "./database.ts";

export const ROLES = ["OWNER", "ADMIN", "EDITOR", "READER"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts. Scheduled work acts as a named system job, so that it stands in the audit log under its name. */
export type Actor =
  | { kind: "user"; userId: string; role: Role }
  | { kind: "api-key"; keyId: string; role: Role }
  | { kind: "system"; job: string };

/** What every verb is handed first: who asks, for which organization, by which clock, on which database. */
export interface Ctx {
  actor: Actor;
  organizationId: string;
  clock: Clock;
  db: Database;
  /** Set while a transaction inside the organization is open; `inOrganization` then joins it. */
  tx?: Tx;
}

/** A `Ctx` with its transaction open. */
export interface TxCtx extends Ctx {
  tx: Tx;
}
