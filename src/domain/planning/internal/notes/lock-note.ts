import { z } from "zod";
import { may } from "#domain/people/permissions.ts";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";
import { lockRelations } from "../relations/lock-relations.ts";
import { lockComeBack } from "./lock-come-back.ts";
import type { LockedNote } from "./lock-notes.ts";
import { whoWasFirst } from "./who-was-first.ts";

interface SeenNote {
  noteId: string;
  /** What it was when whoever asks has seen it. */
  revision: number;
}

/**
 * Locks a note that its author wants to change, or an editor.
 *
 * @throws AppError NOT_FOUND for a note that is another's (unless one sees all notes), another organization's, or none; CONFLICT when somebody
 *   was first, and who
 */
export async function lockNote(
  ctx: TxCtx,
  { noteId, revision }: SeenNote,
): Promise<LockedNote & { isMine: boolean }> {
  const { tx, organizationId, actor } = ctx;
  const missing = new AppError("NOT_FOUND", "There is no such note. Its project may have been removed.");
  const id = z.uuid().safeParse(noteId);
  const found = id.success
    ? await tx.planningNote.findFirst({
        where: { id: id.data, organizationId, project: { deletedAt: null } },
        select: { projectId: true, authorId: true },
      })
    : null;
  if (!found) throw missing;
  const isMine = actor.kind === "user" && actor.userId === found.authorId;
  if (!isMine && !may(actor, "note.read")) throw missing;
  await lockRelations(ctx, found.projectId);
  const note = (await lockComeBack(ctx, [noteId])).get(noteId);
  if (!note) throw missing;
  if (note.revision !== revision) throw new AppError("CONFLICT", await whoWasFirst(ctx, note));
  return { ...note, isMine };
}
