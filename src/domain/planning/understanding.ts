import { z } from "zod";
import type { NoteIntent, NoteTarget } from "#platform/db/generated/client.ts";
import { Directive } from "./directive.ts";

export const NOTE_INTENTS = [
  "MORE_OF",
  "LESS_OF",
  "CORRECT",
  "ASK",
  "TONE",
  "LENGTH",
  "SCHEDULE",
  "OTHER",
] as const satisfies NoteIntent[];

export const NOTE_TARGETS = [
  "SERIES",
  "TOPIC",
  "SOURCE",
  "EPISODE",
  "PASSAGE",
] as const satisfies NoteTarget[];

/** How a note is understood: by rules, by a model, or as its author has put it right. All three give this. */
export const Understanding = z.object({
  intent: z.enum(NOTE_INTENTS),
  /** The words of its topic; none where it has none. */
  terms: z.array(z.string().min(1).max(60)).max(6),
  target: z.enum(NOTE_TARGETS),
  /** The source that it names, by its id. */
  sourceId: z.string().nullable(),
  /** One sentence, in the language of the note, with neither links nor images. */
  paraphrase: z.string().min(1).max(300),
  directive: Directive,
});
export type Understanding = z.infer<typeof Understanding>;

/** A note with what is needed to understand it. */
export interface NoteToUnderstand {
  text: string;
  /** Words of a block that its author has marked. */
  passage: string | null;
  /** The block that it hangs on, with the passages behind it. */
  block: { markdown: string; passageIds: string[] } | null;
  episodeTitle: string | null;
  project: { title: string; goal: string; language: string };
  sources: { id: string; title: string }[];
}
