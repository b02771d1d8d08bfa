import { NOTES_OF_THE_FIRST_HALF } from "./notes-of-the-first-half.ts";
import { NOTES_OF_THE_SECOND_HALF } from "./notes-of-the-second-half.ts";
import type { ScriptedNote } from "./scripted-note.ts";

/** Sixty notes of six people on a season from five meetings of committees in Cardiff and Ottawa. */
export const COMMITTEE_NOTES: readonly ScriptedNote[] = [
  ...NOTES_OF_THE_FIRST_HALF,
  ...NOTES_OF_THE_SECOND_HALF,
];
