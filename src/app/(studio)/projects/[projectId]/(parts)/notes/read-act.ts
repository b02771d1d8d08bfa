import { z } from "zod";
import { AppError } from "#platform/errors.ts";

/** What the buttons of the board do, and how it is told. */
const ACTS = {
  decline: { verb: "settle", outcome: "DECLINED", says: "declined" },
  used: { verb: "settle", outcome: "USED", says: "marked done" },
  accept: { verb: "accept", says: "accepted" },
  reopen: { verb: "reopen", says: "reopened" },
  undo: { verb: "reopen", says: "reopened" },
} as const;

const Act = z.enum(["decline", "used", "accept", "reopen", "undo"]);

/** The value of a box: the note as it was when the page was shown, or without a number as it was first sent. */
const Chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}(?::[1-9]\d{0,8})?$/)
  .transform((value) => ({ noteId: value.slice(0, 36), revision: Number(value.slice(37) || 1) }));

export interface NoteAsShown {
  noteId: string;
  revision: number;
}

export type NotesAct = (typeof ACTS)[keyof typeof ACTS];

/**
 * What the form of the board asks for: the act of the button that was pressed, and the notes that it is meant for.
 *
 * @throws AppError INVALID where no note was chosen, or none is declined without a reason
 */
export function readAct(form: FormData): {
  act: NotesAct;
  notes: NoteAsShown[];
  reason: string;
} {
  const act = Act.safeParse(form.get("act"));
  if (!act.success) throw new AppError("INVALID", "Press one of the buttons above the notes.");
  const notes = form.getAll(act.data === "undo" ? "undone" : "notes").flatMap((value) => {
    const chosen = Chosen.safeParse(value);
    return chosen.success ? [chosen.data] : [];
  });
  if (notes.length === 0) throw new AppError("INVALID", "Choose the notes first: tick their boxes.");
  const reason = String(form.get("reason") ?? "").trim();
  if (act.data === "decline" && reason === "") {
    const message = "Say why: its author reads this sentence.";
    throw new AppError("INVALID", message, { fields: { reason: message } });
  }
  return { act: ACTS[act.data], notes, reason };
}

/** What takes an act back: the notes that it was done to, which it has changed once. */
export function undoOf(notes: readonly NoteAsShown[], done: readonly string[]): string[] {
  return notes
    .filter(({ noteId }) => done.includes(noteId))
    .map(({ noteId, revision }) => `${noteId}:${revision + 1}`);
}
