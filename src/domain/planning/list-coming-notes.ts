import { todayOfProject } from "#domain/schedule/today-of-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { candidatesSql } from "./internal/notes/candidates.sql.ts";
import { STEERING_NOTE, toSteeringNote } from "./internal/notes/steering-note.ts";
import { MOST_NOTES } from "./plan-notes.ts";
import type { SteeringNote } from "./steer.ts";

/** The notes that the next brief of a project would list if it were made now, the oldest first. Nothing is planned. */
export async function listComingNotes(
  ctx: TxCtx,
  { projectId }: { projectId: string },
): Promise<SteeringNote[]> {
  const { tx, organizationId } = ctx;
  const today = await todayOfProject(ctx, projectId);
  const candidates = await runSql(tx, candidatesSql, [organizationId, projectId, today, MOST_NOTES]);
  const notes = await tx.planningNote.findMany({
    where: { organizationId, id: { in: candidates.map(({ id }) => id) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: STEERING_NOTE,
  });
  return notes.map(toSteeringNote);
}
