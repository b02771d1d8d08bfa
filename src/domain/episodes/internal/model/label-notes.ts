import type { SteeringMemory, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";

/** The notes of a brief by the labels under which a model sees them: n1, n2 and so on, the same in every prompt. */
export function labelNotes({ notes }: Pick<Brief, "notes">): Map<string, SteeringNote> {
  return new Map(notes.map((note, at) => [`n${at + 1}`, note]));
}

/** The memories of a brief by their labels: m1, m2 and so on. */
export function labelMemories({ memories }: Pick<Brief, "memories">): Map<string, SteeringMemory> {
  return new Map(memories.map((memory, at) => [`m${at + 1}`, memory]));
}

/** A note or a memory as a model reads it: what code has understood of it, then its own words. All of it is somebody's text. */
export function printWish({ text, directive }: Pick<SteeringNote, "text"> & Partial<SteeringMemory>): string {
  const wish = `Words: ${text}`;
  switch (directive?.kind) {
    case "MORE_OF":
    case "LESS_OF":
    case "SKIP":
      return `Subject: ${directive.terms.join(", ")}\n${wish}`;
    case "ANSWER":
      return `Question: ${directive.question}\n${wish}`;
    case "CORRECT":
      return [
        ...(directive.wrong === null ? [] : [`Wrong: ${directive.wrong}`]),
        `Right: ${directive.right}`,
        wish,
      ].join("\n");
    default:
      return wish;
  }
}
