import { tellBudgets } from "#domain/usage/tell-budgets.ts";
import type { System } from "#platform/system.ts";

/** Tells of ceilings that are near, reached, or hold runs. */
export async function tellBudgetsTask(system: System, asked: { organizationId?: string }): Promise<void> {
  await tellBudgets(system, asked);
}
