import type { NoteStepToRecord } from "#domain/planning/record-note-step.ts";

/** What pages call a step in the life of a note; `by` where it is told who took it. */
export const STEP_WORDS: Record<NoteStepToRecord["kind"], { says: string; by?: true }> = {
  RECEIVED: { says: "Received" },
  EDITED: { says: "Changed", by: true },
  UNDERSTOOD: { says: "Understood" },
  CORRECTED: { says: "Put right", by: true },
  MERGED: { says: "Joined with a note that asks for the same" },
  PARTED: { says: "Stands by itself again" },
  CONTRADICTED: { says: "Another note asks for the opposite" },
  ACCEPTED: { says: "Accepted", by: true },
  PLANNED: { says: "Planned" },
  RELEASED: { says: "Given back: its run ended without an episode" },
  USED: { says: "Used" },
  PARTLY_USED: { says: "Partly used" },
  NOT_USED: { says: "Not used" },
  DECLINED: { says: "Declined" },
  REOPENED: { says: "Opened again", by: true },
  STOPPED: { says: "Stopped", by: true },
  WITHDRAWN: { says: "Withdrawn", by: true },
};
