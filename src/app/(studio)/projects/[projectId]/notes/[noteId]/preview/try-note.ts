import { type NotePreview, previewNote } from "#domain/episodes/preview-note.ts";
import type { Ctx } from "#platform/context.ts";
import { isAppError } from "#platform/errors.ts";

/** A preview, or what the page says in its place. */
export type TriedNote =
  | { kind: "preview"; preview: NotePreview }
  | { kind: "none"; title: string; why: string };

/** Tries a note out; that there is nothing to try, or not now, is an answer too. */
export async function tryNote(
  ctx: Ctx,
  { projectId, noteId }: { projectId: string; noteId: string },
): Promise<TriedNote> {
  try {
    const tried = await previewNote(ctx, { projectId, note: { noteId } });
    switch (tried.kind) {
      case "preview":
        return { kind: "preview", preview: tried };
      case "unread":
        return none(
          "The note is being read",
          "What it would change is known once it is understood, in a few seconds.",
        );
      case "settled":
        return none(
          "This note is not waiting any more",
          "Its page says which episode it went into and what became of it.",
        );
    }
  } catch (error) {
    if (isAppError(error, "NOT_NOW") || isAppError(error, "LIMIT_REACHED")) {
      return none("It could not be tried out now", error.message);
    }
    throw error;
  }
}

function none(title: string, why: string): TriedNote {
  return { kind: "none", title, why };
}
