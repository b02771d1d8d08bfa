import type { Prisma } from "#platform/db/generated/client.ts";
import { Directive } from "../../directive.ts";
import type { SteeringNote } from "../../steer.ts";

/** What a brief needs to know of a note. */
export const STEERING_NOTE = {
  id: true,
  text: true,
  paraphrase: true,
  directive: true,
  scope: true,
  episodeId: true,
  merged: { select: { id: true } },
} as const satisfies Prisma.PlanningNoteSelect;

type Row = Prisma.PlanningNoteGetPayload<{ select: typeof STEERING_NOTE }>;

/** A note that was understood as a brief lists it. */
export function toSteeringNote(note: Row): SteeringNote {
  return {
    id: note.id,
    text: note.paraphrase ?? note.text,
    directive: Directive.parse(note.directive),
    votes: 1 + note.merged.length,
    isStanding: note.scope !== "NEXT_EPISODE",
    shareBefore: null,
    episodeId: note.episodeId,
  };
}
