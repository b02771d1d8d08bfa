import type { Ctx } from "#platform/context.ts";

/** Who asks, as the first values of every function that enters an organization by itself: organization, person, projects. */
export function callerOf({ organizationId, actor }: Ctx): [string, string, string] {
  if (actor.kind !== "user") return [organizationId, "", ""];
  return [organizationId, actor.userId, actor.projectIds ? `{${actor.projectIds.join(",")}}` : ""];
}
