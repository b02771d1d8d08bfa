import { z } from "zod";
import { NOTE_TARGETS } from "../../understanding.ts";

const WISHES = [
  "MORE_OF",
  "LESS_OF",
  "SKIP",
  "SHORTER",
  "LONGER",
  "MORE_QUOTATIONS",
  "START_FROM",
  "ANSWER",
  "CORRECT",
  "TONE",
  "SCHEDULE",
  "OTHER",
] as const;

/** What a model answers about a note. Whether it is true of the note is checked apart from its shape. */
export const NoteAnswer = z.object({
  wish: z.enum(WISHES),
  terms: z.array(z.string()),
  source: z.string().nullable(),
  target: z.enum(NOTE_TARGETS),
  wrong: z.string().nullable(),
  right: z.string().nullable(),
  paraphrase: z.string(),
});
export type NoteAnswer = z.infer<typeof NoteAnswer>;
