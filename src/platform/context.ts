import type { Tx } from "./database.ts";
import type { System } from "./system.ts";

export const ROLES = ["OWNER", "ADMIN", "EDITOR", "READER"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acts. Scheduled work acts as a named system job, so that it stands in the audit log under its name. A member whose access was
 * narrowed to some projects carries their ids; without them, every project of the organization is theirs to see.
 */
export type Actor =
  | { kind: "user"; userId: string; role: Role; projectIds?: readonly string[] | null }
  | { kind: "api-key"; keyId: string; role: Role }
  | { kind: "system"; job: string };

/** What every verb is handed first: who asks, for which organization, by which clock, on which database. */
export interface Ctx extends System {
  actor: Actor;
  organizationId: string;
  /** Set while a transaction inside the organization is open; `inOrganization` then joins it. */
  tx?: Tx;
}

/** The `Ctx` of a step that must not run inside a transaction: the verb that hands it on has asked whether the actor may. */
export type AskedCtx = Ctx;

/** A `Ctx` with its transaction open. */
export interface TxCtx extends Ctx {
  tx: Tx;
}
