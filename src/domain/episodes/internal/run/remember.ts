import { cleanMemory } from "#domain/planning/memory-text.ts";
import type { MemoryToPropose } from "#domain/planning/propose-memory.ts";
import type { CoveredTopic } from "#domain/planning/record-covered.ts";
import type { SteeringNote } from "#domain/planning/steer.ts";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";
import { stemsIn } from "#platform/language/stems-in.ts";
import type { Brief } from "../../brief.ts";
import type { FinishedEpisode } from "../../writer.ts";

/** What an episode leaves in memory: what it covered, and what the notes that it honoured teach. */
export interface Remembered {
  topics: CoveredTopic[];
  proposals: Lesson[];
}

/** A memory to propose, still without its project. */
type Lesson = Omit<MemoryToPropose & { origin: "NOTE" }, "projectId">;

const MOST_TERMS = 6;

/** Settles what is remembered of a finished episode. Vectors are made here, for no transaction is open. */
export async function whatToRemember(brief: Brief, finished: FinishedEpisode): Promise<Remembered> {
  const told = finished.continuity.filter(({ kind }) => kind !== "RESOLVES");
  const topics = [...new Set(told.map(({ topic }) => topic))];
  const honoured = new Set(
    finished.notes.flatMap(({ noteId, outcome }) => (outcome === "NOT_USED" ? [] : [noteId])),
  );
  const lessons = brief.notes.flatMap((note) => (honoured.has(note.id) ? lessonOf(note) : []));
  const vectors = await sentenceVectors([...topics, ...lessons.map(({ text }) => text)]);
  const { language } = brief.project;
  return {
    topics: topics.map((text, at) => {
      const terms = [...new Set(stemsIn(text, language))].slice(0, MOST_TERMS);
      return { text, terms, vector: vectors[at] ?? null };
    }),
    proposals: lessons.map((lesson, at) => ({ ...lesson, vector: vectors[topics.length + at] ?? null })),
  };
}

/** What was put right is a fact; what somebody wants for longer than one episode is a preference, or a style. */
function lessonOf({ id: originNoteId, text, directive, isStanding }: SteeringNote): Lesson[] {
  const from = { origin: "NOTE" as const, originNoteId };
  const isWords = (words: string) => cleanMemory(words) !== "";
  if (directive.kind === "CORRECT")
    return isWords(directive.right) ? [{ ...from, kind: "FACT", text: directive.right }] : [];
  if (!isStanding || !isWords(text)) return [];
  switch (directive.kind) {
    case "ANSWER":
    case "SCHEDULE":
    case "OTHER":
      return [];
    case "TONE":
      return [{ ...from, kind: "STYLE", text, directive }];
    default: {
      const terms = "terms" in directive ? directive.terms : [];
      return [{ ...from, kind: "PREFERENCE", text, directive, terms }];
    }
  }
}
