import { enqueueDue } from "#domain/schedule/enqueue-due.ts";
import { log } from "#platform/log.ts";
import type { System } from "#platform/system.ts";

/** Puts what is due into the queue. */
export async function tickCadencesTask(system: System): Promise<void> {
  const { pending, skipped, unreadable } = await enqueueDue(system);
  if (pending + skipped > 0) log.info({ pending, skipped }, "occurrences decided");
  if (unreadable.length > 0) log.error({ projects: unreadable }, "cadences that can't be read");
}
