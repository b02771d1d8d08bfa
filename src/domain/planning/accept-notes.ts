import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { command } from "#domain/people/verb.ts";
import { canHonour } from "./can-honour.ts";
import { Directive } from "./directive.ts";
import { type BulkOutcome, chooseNotes, NotesToChoose } from "./internal/notes/choose-notes.ts";
import type { LockedNote } from "./internal/notes/lock-notes.ts";
import { whyNotWaiting } from "./internal/notes/why-not-waiting.ts";
import { recordNoteSteps } from "./record-note-steps.ts";

/**
 * Lets notes be planned that wait for an editor's look: corrections of readers, which are printed word for word, and what was unclear and is
 * something by now that the project's writer can do. The first of two editors decides, and the other is told who that was.
 */
export const acceptNotes = command(
  { needs: "note.settle", input: z.object({ notes: NotesToChoose }) },
  async (ctx, { notes }): Promise<BulkOutcome> => {
    const { tx, organizationId } = ctx;
    const { chosen, missed } = await chooseNotes(ctx, notes, whyNotAccepted);
    const done = chosen.map(({ id }) => id);
    await tx.planningNote.updateMany({
      where: { organizationId, id: { in: done } },
      data: { attention: null, revision: { increment: 1 } },
    });
    await recordNoteSteps(ctx, { kind: "ACCEPTED", notes: done.map((noteId) => ({ noteId })) });
    for (const { id, attention } of chosen) {
      await recordAudit(ctx, {
        action: "note.accept",
        targetType: "note",
        targetId: id,
        before: { attention },
        after: { attention: null },
      });
    }
    return { done, missed };
  },
);

function whyNotAccepted(note: LockedNote): string | null {
  const why = whyNotWaiting(note);
  if (why !== null) return why;
  switch (note.attention) {
    case null:
      return note.status === "RECEIVED"
        ? "It is not understood yet. Wait a moment."
        : "It waits for no editor.";
    case "CORRECTION":
      return null;
    case "CONTRADICTION":
      return "Another note asks for the opposite. Choose between the two.";
    case "SCHEDULE":
      return "No episode can do it. Change the cadence and mark it as done, or decline it.";
    case "UNCLEAR":
      return canHonour(Directive.parse(note.directive).kind, note.project.writer)
        ? null
        : "No writer of this project can do it as it is understood. Say what is meant, or decline it.";
  }
}
