import type { Actor, Role } from "#platform/context.ts";

interface Rule {
  /** The lowest role that may; every higher one may too. */
  role: Role;
  /** What is allowed, as docs/permissions.md and the members page say it. */
  says: string;
  /** Not for members whose access was narrowed to some projects. */
  needsAllProjects?: true;
}

/** The one table that says who may do what. `docs/permissions.md` is written from it. */
export const PERMISSIONS = {
  "episode.read": { role: "READER", says: "Read published episodes" },
  "project.read": { role: "READER", says: "See the projects, their goals and their cadence" },
  "schedule.read": { role: "READER", says: "See the coming slots" },
  "organization.read": { role: "READER", says: "See the organisation's name and zone" },
  "organization.leave": { role: "READER", says: "Leave the organisation" },
  "note.submit": { role: "READER", says: "Send planning notes, and follow one's own" },
  "note.read": { role: "EDITOR", says: "See all planning notes" },
  "note.settle": { role: "EDITOR", says: "Settle, accept and reopen planning notes" },
  "project.create": { role: "EDITOR", says: "Start a project", needsAllProjects: true },
  "project.edit": { role: "EDITOR", says: "Change a project's goal, audience and length" },
  "schedule.edit": { role: "EDITOR", says: "Change a cadence" },
  "run.read": { role: "EDITOR", says: "See the queue and follow a run" },
  "run.request": { role: "EDITOR", says: "Have an episode written, cancelled or tried again" },
  "source.read": { role: "EDITOR", says: "See the sources" },
  "source.edit": { role: "EDITOR", says: "Add and remove sources" },
  "memory.read": { role: "EDITOR", says: "See what the writer remembers" },
  "memory.edit": { role: "EDITOR", says: "Approve, add, change and forget memories" },
  "project.remove": { role: "ADMIN", says: "Remove a project" },
  "usage.read": { role: "ADMIN", says: "See usage and cost" },
  "budget.edit": { role: "ADMIN", says: "Set and remove ceilings" },
  "price.edit": { role: "ADMIN", says: "Enter the organisation's own prices of models" },
  "model.edit": { role: "ADMIN", says: "Choose which models write, and try them" },
  "organization.edit": { role: "ADMIN", says: "Change the organisation's settings" },
  "member.read": { role: "ADMIN", says: "See members, invitations and their addresses" },
  "member.invite": { role: "ADMIN", says: "Invite people" },
  "member.change": { role: "ADMIN", says: "Change roles and access to projects, sign members out" },
  "member.remove": { role: "ADMIN", says: "Remove members" },
  "audit.read": { role: "ADMIN", says: "Read, verify and export the audit log" },
  "organization.transfer": { role: "OWNER", says: "Make somebody else an owner" },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;

const RANK: Record<Role, number> = { READER: 0, EDITOR: 1, ADMIN: 2, OWNER: 3 };

/** True when the actor may do it. A named system job may: what it does is decided by the code that starts it. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === "system") return true;
  const rule: Rule = PERMISSIONS[permission];
  if (rule.needsAllProjects && actor.kind === "user" && actor.projectIds) return false;
  return isAtLeast(actor.role, rule.role);
}

/** True when the first role may all that the second may. */
export function isAtLeast(role: Role, other: Role): boolean {
  return RANK[role] >= RANK[other];
}
