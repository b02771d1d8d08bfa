import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  NOTE_INTENTS,
  NOTE_TARGETS,
  type NoteToUnderstand,
  type Understanding,
} from "#domain/planning/understanding.ts";
import { stemsIn } from "#platform/language/stems-in.ts";

/** A note with what a careful reader says of it. */
export const LabelledNote = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  passage: z.string().nullable(),
  sources: z.array(z.object({ id: z.string(), title: z.string() })),
  expect: z.object({
    intent: z.enum(NOTE_INTENTS),
    directive: z.string(),
    terms: z.array(z.string()),
    source: z.string().nullable(),
    target: z.enum(NOTE_TARGETS),
  }),
});
export type LabelledNote = z.infer<typeof LabelledNote>;

/** Shares from 0 to 1 of the notes that are understood as they are labelled. */
export interface Accuracy {
  intent: number;
  directive: number;
  /** Of all labelled terms those whose every stem stands in a term that was found. */
  terms: number;
  target: number;
  /** How often one intent was taken for another: `[meant, taken for, how often]`. */
  confused: [string, string, number][];
}

/** Both sets of notes that the rules were written with in sight, or the one that nobody who writes them looks at. */
const FILES = { dev: ["labelled-dev", "labelled-dev-2"], "held-out": ["labelled-fresh"] } as const;

export async function readLabelled(part: keyof typeof FILES): Promise<LabelledNote[]> {
  const files = FILES[part].map((name) => new URL(`${name}.json`, import.meta.url));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return texts.flatMap((text, at) =>
    z
      .array(LabelledNote)
      .parse(JSON.parse(text))
      .map((note) => ({ ...note, id: `${FILES[part][at]}:${note.id}` })),
  );
}

/** A labelled note as it reaches whoever understands it. */
export function asNote({ text, passage, sources }: LabelledNote): NoteToUnderstand {
  const block = passage === null ? null : { markdown: passage, passageIds: ["passage"] };
  const project = { title: "A series", goal: "Know what our sources say.", language: "en" };
  return { text, passage, block, episodeTitle: null, project, sources };
}

export async function measure(
  notes: readonly LabelledNote[],
  understand: (note: LabelledNote) => Promise<Understanding>,
): Promise<Accuracy> {
  const right = { intent: 0, directive: 0, terms: 0, target: 0 };
  const confused = new Map<string, number>();
  let terms = 0;
  for (const note of notes) {
    const { intent, directive, target, terms: found } = await understand(note);
    const { expect: meant, language } = note;
    if (intent === meant.intent) right.intent += 1;
    else confused.set(`${meant.intent} ${intent}`, (confused.get(`${meant.intent} ${intent}`) ?? 0) + 1);
    if (directive.kind === meant.directive) right.directive += 1;
    if (target === meant.target) right.target += 1;
    const stems = new Set(found.flatMap((term) => stemsIn(term, language)));
    terms += meant.terms.length;
    right.terms += meant.terms.filter((term) =>
      stemsIn(term, language).every((stem) => stems.has(stem)),
    ).length;
  }
  return {
    intent: right.intent / notes.length,
    directive: right.directive / notes.length,
    terms: right.terms / terms,
    target: right.target / notes.length,
    confused: [...confused]
      .map(([pair, count]): [string, string, number] => [...(pair.split(" ") as [string, string]), count])
      .sort(([, , one], [, , other]) => other - one),
  };
}
