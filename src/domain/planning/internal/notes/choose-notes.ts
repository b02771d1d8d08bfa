import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { lockRelations } from "../relations/lock-relations.ts";
import { lockComeBack } from "./lock-come-back.ts";
import type { LockedNote } from "./lock-notes.ts";
import { whoWasFirst } from "./who-was-first.ts";

const MOST_AT_ONCE = 200;

/** Notes that somebody has seen at a revision, and wants to do something with. */
export const NotesToChoose = z
  .array(z.object({ noteId: z.string(), revision: z.number().int() }))
  .min(1, "Choose at least one note.")
  .max(MOST_AT_ONCE, `Choose ${MOST_AT_ONCE} notes at most.`);

/** What became of each note: `why` is for whoever asked, and names who was first. */
export interface BulkOutcome {
  done: string[];
  missed: { noteId: string; why: string }[];
}

/**
 * Locks the notes, and tells those that may be done something with from the others, each with why not.
 *
 * @param whyNot says so of a note that has not changed meanwhile
 */
export async function chooseNotes(
  ctx: TxCtx,
  wanted: z.output<typeof NotesToChoose>,
  whyNot: (note: LockedNote) => string | null,
): Promise<{ chosen: LockedNote[]; missed: BulkOutcome["missed"] }> {
  const revisionOf = new Map(wanted.map(({ noteId, revision }) => [noteId, revision]));
  const ids = [...revisionOf.keys()];
  await lockProjects(ctx, ids);
  const notes = await lockComeBack(ctx, ids);
  const chosen: LockedNote[] = [];
  const missed: BulkOutcome["missed"] = [];
  for (const [noteId, revision] of revisionOf) {
    const note = notes.get(noteId);
    const why = await whyMissed(ctx, note, revision, whyNot);
    if (note && why === null) chosen.push(note);
    else missed.push({ noteId, why: why ?? "" });
  }
  return { chosen, missed };
}

async function whyMissed(
  ctx: TxCtx,
  note: LockedNote | undefined,
  revision: number,
  whyNot: (note: LockedNote) => string | null,
): Promise<string | null> {
  if (!note) return "There is no such note. Its project may have been removed.";
  if (note.revision !== revision) return whoWasFirst(ctx, note);
  if (note.mergedIntoId !== null)
    return "It is merged into another note: what becomes of that becomes of it.";
  return whyNot(note);
}

/** In one order for everybody: two who choose notes of the same projects wait for each other, and never for ever. */
async function lockProjects(ctx: TxCtx, noteIds: readonly string[]): Promise<void> {
  const { tx, organizationId } = ctx;
  const id = { in: noteIds.filter((each) => z.uuid().safeParse(each).success) };
  const projects = await tx.planningNote.groupBy({ by: ["projectId"], where: { organizationId, id } });
  for (const projectId of projects.map((each) => each.projectId).sort()) await lockRelations(ctx, projectId);
}
