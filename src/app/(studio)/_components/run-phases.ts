import { formatDuration } from "#ui/format/format-duration.ts";
import type { Phase } from "#ui/phases.tsx";

/** The five phases of a run in their order, as people read them. */
export const PHASE_NAMES = [
  ["GATHER", "Gather"],
  ["OUTLINE", "Outline"],
  ["WRITE", "Write"],
  ["CHECK", "Check"],
  ["FINISH", "Finish"],
] as const;

export interface StoredPhase {
  phase: (typeof PHASE_NAMES)[number][0];
  status: "RUNNING" | "DONE" | "FAILED";
  startedAt: Date;
  finishedAt: Date | null;
}

const STATES = { RUNNING: "running", DONE: "done", FAILED: "failed" } as const;

/** All five phases with what is known of each; a phase that has not begun waits. */
export function runPhases(stored: readonly StoredPhase[]): Phase[] {
  return PHASE_NAMES.map(([key, name]) => {
    const found = stored.find(({ phase }) => phase === key);
    if (!found) return { name, state: "waiting" };
    const note = found.finishedAt
      ? formatDuration(found.finishedAt.getTime() - found.startedAt.getTime())
      : "under way";
    return { name, state: STATES[found.status], note };
  });
}
