import { todayOfProject } from "#domain/schedule/today-of-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { candidatesSql } from "./internal/notes/candidates.sql.ts";
import { endStanding } from "./internal/notes/end-standing.ts";
import { endedRunsOfProjectSql } from "./internal/notes/ended-runs-of-project.sql.ts";
import { lockNotes } from "./internal/notes/lock-notes.ts";
import { lockNotesOfRunsSql } from "./internal/notes/lock-notes-of-runs.sql.ts";
import { planNotesSql } from "./internal/notes/plan-notes.sql.ts";
import { releaseFromRuns } from "./internal/notes/release-from-runs.ts";
import { STEERING_NOTE, toSteeringNote } from "./internal/notes/steering-note.ts";
import { lockRelations } from "./internal/relations/lock-relations.ts";
import { recordNoteSteps } from "./record-note-steps.ts";
import type { SteeringNote } from "./steer.ts";

/** A brief with more would be read by nobody; the others wait for the next. */
export const MOST_NOTES = 40;

/**
 * Plans what applies for a run, in the transaction that holds its lease: notes that are understood and need no editor, and those that stand
 * for longer; what was planned for runs that ended without an episode comes back first, and what applied until a date that is past ends.
 * Asked again for the same run, it gives the same notes and plans nothing. What comes later counts for the next episode.
 *
 * @returns the oldest first; `shareBefore` is the writer's to measure
 */
export async function planNotes(
  ctx: TxCtx,
  { projectId, queueId }: { projectId: string; queueId: string },
): Promise<SteeringNote[]> {
  const planned = await loadPlanned(ctx, queueId);
  if (planned.length > 0) return planned;
  await lockRelations(ctx, projectId);
  const today = await todayOfProject(ctx, projectId);
  await endPast(ctx, projectId, today);
  await comeBackToProject(ctx, projectId);
  await planMore(ctx, { projectId, queueId, today });
  return loadPlanned(ctx, queueId);
}

async function endPast(ctx: TxCtx, projectId: string, today: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const past = await tx.planningNote.findMany({
    where: {
      organizationId,
      projectId,
      status: { in: ["RECEIVED", "UNDERSTOOD"] },
      mergedIntoId: null,
      scope: "UNTIL_DATE",
      untilDate: { lt: new Date(today) },
    },
    select: { id: true },
  });
  const locked = await lockNotes(
    ctx,
    past.map(({ id }) => id),
  );
  const isStillPast = (until: Date | null) => until !== null && until < new Date(today);
  const ids = [...locked.values()].filter(({ untilDate }) => isStillPast(untilDate)).map(({ id }) => id);
  await endStanding(ctx, ids, "The date until which it applied is past.");
}

async function comeBackToProject(ctx: TxCtx, projectId: string): Promise<void> {
  const { tx, organizationId } = ctx;
  const ended = await runSql(tx, endedRunsOfProjectSql, [organizationId, projectId]);
  const queueIds = ended.map(({ id }) => id);
  await runSql(tx, lockNotesOfRunsSql, [organizationId, queueIds]);
  await releaseFromRuns(ctx, queueIds);
}

async function planMore(
  ctx: TxCtx,
  { projectId, queueId, today }: { projectId: string; queueId: string; today: string },
): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  // What this run had given back and does not get again belongs to another, or to nobody: the brief is made anew without it.
  await tx.notePlan.deleteMany({ where: { organizationId, queueId, outcome: "RELEASED" } });
  const candidates = await runSql(tx, candidatesSql, [organizationId, projectId, today, MOST_NOTES]);
  const ids = candidates.map(({ id }) => id);
  await lockNotes(ctx, ids);
  const planned = await runSql(tx, planNotesSql, [organizationId, ids, today, queueId, clock.now()]);
  await recordNoteSteps(ctx, { kind: "PLANNED", queueId, notes: planned.map(({ id }) => ({ noteId: id })) });
}

async function loadPlanned({ tx, organizationId }: TxCtx, queueId: string): Promise<SteeringNote[]> {
  const plans = await tx.notePlan.findMany({
    where: { organizationId, queueId, outcome: "PLANNED" },
    orderBy: [{ note: { createdAt: "asc" } }, { noteId: "asc" }],
    select: { note: { select: STEERING_NOTE } },
  });
  return plans.map(({ note }) => toSteeringNote(note));
}
