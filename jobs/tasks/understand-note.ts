import { understandNote } from "#domain/planning/understand-note.ts";
import type { System } from "#platform/system.ts";

/** Finds out what a planning note asks for. */
export async function understandNoteTask(
  system: System,
  note: { organizationId: string; noteId: string },
): Promise<void> {
  await understandNote(system, note);
}
