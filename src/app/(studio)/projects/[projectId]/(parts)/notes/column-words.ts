import type { NoteColumn } from "#domain/planning/note-states.ts";

/** What the columns of the board are called, and why one may be empty. */
export const COLUMN_WORDS: Record<NoteColumn, { name: string; empty: string }> = {
  waiting: {
    name: "Waiting",
    empty: "No note waits. What people send stays here until the next episode is begun.",
  },
  planned: {
    name: "Planned",
    empty: "No note is in a brief now. As soon as an episode is begun, the notes that apply move here.",
  },
  used: {
    name: "Used",
    empty:
      "No note was used yet. Once an episode has taken one up, it stands here with the blocks it changed.",
  },
  declined: {
    name: "Declined",
    empty:
      "No note was declined. One that an episode or an editor does not take up stands here with the reason.",
  },
};
