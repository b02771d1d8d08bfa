import { reconcileUsage } from "#domain/usage/reconcile-usage.ts";
import type { System } from "#platform/system.ts";

/** Compares roll-ups and windows with the ledger, and mends what does not agree. */
export async function reconcileUsageTask(system: System): Promise<void> {
  await reconcileUsage(system);
}
