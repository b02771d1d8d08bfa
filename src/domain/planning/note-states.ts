import type { NoteStatus, NoteStepKind } from "#platform/db/generated/client.ts";

export type { NoteAttention, NoteIntent, NoteScope, NoteStatus } from "#platform/db/generated/client.ts";

/** Every status of a planning note, as in the database. */
export const NOTE_STATUSES = [
  "RECEIVED",
  "UNDERSTOOD",
  "PLANNED",
  "USED",
  "PARTLY_USED",
  "DECLINED",
  "WITHDRAWN",
] as const satisfies NoteStatus[];

/**
 * The moves that exist. A note is received, understood and planned by code; the verdict on the episode ends it, or an editor does while it
 * waits. What was planned comes back when its run ends without an episode, and is judged again when its episode is written again; a note
 * that stands for longer than one episode is planned again from every verdict. Its author may edit it (which it is understood for anew) and
 * withdraw it until it is planned.
 */
const MOVES: Readonly<Record<NoteStatus, readonly NoteStatus[]>> = {
  RECEIVED: ["UNDERSTOOD", "USED", "DECLINED", "WITHDRAWN"],
  UNDERSTOOD: ["RECEIVED", "PLANNED", "USED", "DECLINED", "WITHDRAWN"],
  PLANNED: ["UNDERSTOOD", "USED", "PARTLY_USED", "DECLINED"],
  USED: ["PLANNED", "UNDERSTOOD", "RECEIVED"],
  PARTLY_USED: ["PLANNED", "UNDERSTOOD"],
  DECLINED: ["PLANNED", "UNDERSTOOD", "RECEIVED"],
  WITHDRAWN: [],
};

export function canMoveNote(from: NoteStatus, to: NoteStatus): boolean {
  return MOVES[from].includes(to);
}

/** It has not been planned yet: its author may edit and withdraw it, an editor may settle it. */
export function isWaiting(status: NoteStatus): boolean {
  return status === "RECEIVED" || status === "UNDERSTOOD";
}

export const NOTE_COLUMNS = ["waiting", "planned", "used", "declined"] as const;
export type NoteColumn = (typeof NOTE_COLUMNS)[number];

/** Where the board shows a note: every status has one column. */
export const COLUMN_OF: Readonly<Record<NoteStatus, NoteColumn>> = {
  RECEIVED: "waiting",
  UNDERSTOOD: "waiting",
  PLANNED: "planned",
  USED: "used",
  PARTLY_USED: "used",
  DECLINED: "declined",
  WITHDRAWN: "declined",
};

export function statusesOf(column: NoteColumn): NoteStatus[] {
  return NOTE_STATUSES.filter((status) => COLUMN_OF[status] === column);
}

/** Steps that a note takes for those merged into it too; all others are about its own words. */
export const SHARED_STEPS: ReadonlySet<NoteStepKind> = new Set<NoteStepKind>([
  "CONTRADICTED",
  "ACCEPTED",
  "PLANNED",
  "RELEASED",
  "USED",
  "PARTLY_USED",
  "NOT_USED",
  "DECLINED",
  "REOPENED",
  "STOPPED",
]);
