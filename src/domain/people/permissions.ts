import type { Actor, Role } from "#platform/context.ts";

/** The lowest role that may; every higher one may too. The one table that says who may do what. */
export const PERMISSIONS = {
  "episode.read": "READER",
  "project.read": "READER",
  "project.create": "EDITOR",
  "project.edit": "EDITOR",
  "project.remove": "ADMIN",
  "schedule.read": "READER",
  "schedule.edit": "EDITOR",
  "run.read": "EDITOR",
  "run.request": "EDITOR",
  "source.read": "EDITOR",
  "source.edit": "EDITOR",
  "usage.read": "ADMIN",
  "organization.read": "READER",
  "organization.edit": "ADMIN",
  "audit.read": "ADMIN",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof PERMISSIONS;

const RANK: Record<Role, number> = { READER: 0, EDITOR: 1, ADMIN: 2, OWNER: 3 };

/** True when the actor may do it. A named system job may: what it does is decided by the code that starts it. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.kind === "system" || RANK[actor.role] >= RANK[PERMISSIONS[permission]];
}
