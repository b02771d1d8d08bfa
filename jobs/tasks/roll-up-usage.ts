import { rollUpDays } from "#domain/usage/roll-up-days.ts";
import type { System } from "#platform/system.ts";

/** Recomputes the days to whose ledger something was added. */
export async function rollUpUsageTask(system: System): Promise<void> {
  await rollUpDays(system);
}
