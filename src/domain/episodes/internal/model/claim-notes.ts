import type { SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";
import type { Draft, Finding } from "../../writer.ts";
import { labelNotes } from "./label-notes.ts";

const NO_REASON_GIVEN = "The writer gave no reason.";

/** The notes of which a draft says nothing, as findings that a model can answer. */
export function forgottenNotes(brief: Brief, draft: Draft): Finding[] {
  const said = claimed(draft);
  return [...labelNotes(brief)]
    .filter(([, { id }]) => !said.has(id))
    .map(([label]) => ({
      code: "NOTE",
      block: null,
      message: `Nothing is said of note ${label}. Say in “notes” whether it is honoured, or why not.`,
    }));
}

/** The draft with a claim for every note of the brief: of what was forgotten, code says so. */
export function withEveryClaim(brief: Brief, draft: Draft): Draft {
  const said = claimed(draft);
  const missing = brief.notes.filter(({ id }) => !said.has(id));
  if (missing.length === 0) return draft;
  return { ...draft, notes: [...draft.notes, ...missing.map(forgotten)] };
}

function forgotten({ id: noteId }: SteeringNote) {
  return { noteId, isHonoured: false, reason: NO_REASON_GIVEN };
}

function claimed({ notes }: Draft): Set<string> {
  return new Set(notes.map(({ noteId }) => noteId));
}
