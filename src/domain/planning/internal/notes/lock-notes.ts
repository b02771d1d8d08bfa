import { z } from "zod";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { lockNotesSql } from "./lock-notes.sql.ts";

const lockedNoteSelect = {
  id: true,
  projectId: true,
  authorId: true,
  status: true,
  scope: true,
  untilDate: true,
  text: true,
  revision: true,
  attention: true,
  directive: true,
  understoodAt: true,
  mergedIntoId: true,
  plannedForId: true,
  settledById: true,
  stoppedAt: true,
  project: { select: { writer: true } },
} as const satisfies Prisma.PlanningNoteSelect;

/** A note that stays as it is until the transaction ends, but for what the transaction does. */
export type LockedNote = Prisma.PlanningNoteGetPayload<{ select: typeof lockedNoteSelect }>;

/** Locks notes of projects that are there, with those merged into them, and reads them; what is missing, or no id at all, is left out. */
export async function lockNotes(
  { tx, organizationId }: TxCtx,
  noteIds: readonly string[],
): Promise<Map<string, LockedNote>> {
  const ids = [...new Set(noteIds)].filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return new Map();
  await runSql(tx, lockNotesSql, [organizationId, ids]);
  const notes = await tx.planningNote.findMany({
    where: { organizationId, id: { in: ids }, project: { deletedAt: null } },
    select: lockedNoteSelect,
  });
  return new Map(notes.map((note) => [note.id, note]));
}
