import { changePlan } from "#domain/people/change-plan.ts";
import { findOrganizationBySlug } from "#domain/people/find-organization-by-slug.ts";
import { AppError } from "#platform/errors.ts";
import type { System } from "#platform/system.ts";
import { withSystem } from "./commands.ts";

/**
 * Puts an organization on another plan.
 *
 * @throws AppError NOT_FOUND when none has the slug, INVALID for a plan that there is not.
 */
export async function putOnPlan(system: System, slug: string, plan: string): Promise<string> {
  const found = await findOrganizationBySlug(system, slug);
  if (!found) throw new AppError("NOT_FOUND", `No organization here has the short name ${slug}.`);
  await changePlan(system, { organizationId: found.organizationId, plan });
  return `${found.name} is on the plan ${plan.toLowerCase()}.`;
}

export async function planCommand(slug: string, plan: string): Promise<void> {
  console.log(await withSystem((system) => putOnPlan(system, slug, plan)));
}
