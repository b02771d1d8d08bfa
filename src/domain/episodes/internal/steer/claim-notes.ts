import type { Directive } from "#domain/planning/directive.ts";
import type { NoteClaim } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";

/** What the built-in writer says of each note: what can't be had was settled with the brief, the rest it has done; code verifies it. */
export function claimNotes({ notes, steering }: Brief): NoteClaim[] {
  return notes.map(({ id: noteId, directive }) => {
    const reason = steering?.cant[noteId] ?? BEYOND_IT[directive.kind] ?? null;
    return { noteId, isHonoured: reason === null, reason };
  });
}

const BEYOND_IT: Partial<Record<Directive["kind"], string>> = {
  TONE: "The built-in writer prints what the sources say, in their words. It can’t change their tone; a language model can.",
  SCHEDULE: "When episodes appear is set in the project’s schedule, by an editor. No writer can change it.",
  OTHER: "The built-in writer doesn’t know how to do this.",
};
