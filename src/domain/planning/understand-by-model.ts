import type { z } from "zod";
import type { Prompt } from "#domain/usage/call-model.ts";
import { assemble } from "./internal/understand/assemble.ts";
import { checkAnswer } from "./internal/understand/check-answer.ts";
import { NoteAnswer } from "./internal/understand/note-answer.ts";
import { renderNote, UNDERSTAND_NOTE_PROMPT } from "./internal/understand/prompts/understand-note.v1.ts";
import { readNote } from "./internal/understand/read-note.ts";
import type { NoteToUnderstand, Understanding } from "./understanding.ts";

/** Asks a model; the answer satisfies the schema. */
export type AskAboutNote = <Output>(question: {
  prompt: Prompt;
  schema: z.ZodType<Output>;
  maxOutputTokens: number;
}) => Promise<Output>;

/** An answer has some hundred; the rest is room to think, which reasoning models take out of the same. */
const MOST_OUTPUT_TOKENS = 2_000;

/**
 * Understands a note by a model. What it answers is checked against the note by code: terms and corrections have to stand in the note or in
 * what it hangs on, a source is one of the project's, and the sentence about it holds no link. What can be mended is mended from the note's own
 * words.
 *
 * @returns null for an answer that can't be used
 * @throws what `ask` throws
 */
export async function understandByModel(
  note: NoteToUnderstand,
  ask: AskAboutNote,
): Promise<Understanding | null> {
  const answer = await ask({
    prompt: { ...UNDERSTAND_NOTE_PROMPT, text: renderNote(note) },
    schema: NoteAnswer,
    maxOutputTokens: MOST_OUTPUT_TOKENS,
  });
  const read = readNote(note);
  const checked = checkAnswer(read, answer);
  if (checked === null) return null;
  const understood = assemble(read, checked);
  if (understood.directive.kind !== checked.wish) return null;
  return { ...understood, ...(checked.paraphrase === null ? {} : { paraphrase: checked.paraphrase }) };
}
