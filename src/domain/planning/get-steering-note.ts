import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import type { TxCtx } from "#platform/context.ts";
import type { NoteAttention, NoteStatus } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { STEERING_NOTE, toSteeringNote } from "./internal/notes/steering-note.ts";
import type { SteeringNote } from "./steer.ts";

/** A note as a brief would list it; null while it has not been understood. */
export interface NoteThatMaySteer {
  status: NoteStatus;
  attention: NoteAttention | null;
  note: SteeringNote | null;
}

/**
 * A note as it would steer an episode, for its author and for whoever may read all notes.
 *
 * @throws AppError NOT_FOUND for one of another project, another person or no id at all: they look the same.
 */
export async function getSteeringNote(
  { tx, organizationId, actor }: TxCtx,
  { projectId, noteId }: { projectId: string; noteId: string },
): Promise<NoteThatMaySteer> {
  const id = z.uuid().safeParse(noteId);
  const isMine = actor.kind === "user" ? { authorId: actor.userId } : { id: "none" };
  const found = id.success
    ? await tx.planningNote.findFirst({
        where: { id: id.data, organizationId, projectId, ...(may(actor, "note.read") ? {} : isMine) },
        select: { ...STEERING_NOTE, status: true, attention: true },
      })
    : null;
  if (!found) throw new AppError("NOT_FOUND", "There is no such note. It may have been removed.");
  const { status, attention, ...note } = found;
  return { status, attention, note: note.directive === null ? null : toSteeringNote(note) };
}
