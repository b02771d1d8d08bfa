import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import type { NoteStepKind } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { endStanding } from "./internal/notes/end-standing.ts";
import { lockNotesOfRun } from "./internal/notes/lock-notes-of-run.ts";
import { settlePlansSql } from "./internal/notes/settle-plans.sql.ts";
import { recordNoteSteps } from "./record-note-steps.ts";
import type { NoteVerdict } from "./steer.ts";

export interface PlansToSettle {
  queueId: string;
  episodeId: string;
  /** One for each note that is planned for the run, and no other. */
  verdicts: readonly NoteVerdict[];
  /** The blocks of the episode in their order: what a verdict counts. */
  blockIds: readonly string[];
}

/**
 * Keeps what became of the notes of a run, in the transaction that stores its episode: used, used in part, or not, which ends a note for the
 * next episode alone as declined. Blocks that a note has caused say so. An episode that is written again is judged again.
 *
 * @throws AppError INTERNAL for a note without a verdict, or a verdict on what is not in the brief
 */
export async function settlePlans(ctx: TxCtx, plans: PlansToSettle): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  const { queueId, episodeId, verdicts } = plans;
  await refuseOthers(ctx, plans);
  if (verdicts.length === 0) return;
  await lockNotesOfRun(ctx, queueId);
  const settled = await runSql(tx, settlePlansSql, [
    organizationId,
    queueId,
    episodeId,
    clock.now(),
    verdicts.map(({ noteId }) => noteId),
    verdicts.map(({ outcome }) => outcome),
    verdicts.map(({ reason }) => reason),
    verdicts.map(({ measure }) => measure && JSON.stringify(measure)),
  ]);
  await nameBlocks(ctx, plans);
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.noteId, verdict]));
  const steps = settled.map(({ id, isStanding }) => {
    const verdict = verdictOf.get(id);
    return { noteId: id, kind: stepOf(verdict?.outcome, isStanding), reason: verdict?.reason ?? null };
  });
  for (const kind of ["USED", "PARTLY_USED", "NOT_USED", "DECLINED"] as const) {
    await recordNoteSteps(ctx, { kind, queueId, notes: steps.filter((step) => step.kind === kind) });
  }
  const ending = settled.filter(({ endsNow }) => endsNow).map(({ id }) => id);
  await endStanding(ctx, ending, "It was stopped, and the last episode did not use it.");
}

function stepOf(outcome: NoteVerdict["outcome"] | undefined, isStanding: boolean): NoteStepKind {
  if (outcome === "USED" || outcome === "PARTLY_USED") return outcome;
  return isStanding ? "NOT_USED" : "DECLINED";
}

async function refuseOthers(
  { tx, organizationId }: TxCtx,
  { queueId, verdicts }: PlansToSettle,
): Promise<void> {
  const planned = await tx.notePlan.findMany({
    where: { organizationId, queueId, outcome: { not: "RELEASED" } },
    select: { noteId: true },
  });
  const judged = verdicts.map(({ noteId }) => noteId);
  const isSame = new Set(judged).size === planned.length && judged.length === planned.length;
  if (isSame && planned.every(({ noteId }) => judged.includes(noteId))) return;
  throw new AppError("INTERNAL", "The verdicts are not those on the notes that the brief of this run lists.");
}

/** Says of each block which notes caused it, where its own origins do not say so yet. */
async function nameBlocks(
  { tx, organizationId }: TxCtx,
  { verdicts, blockIds }: PlansToSettle,
): Promise<void> {
  const named = await tx.blockOrigin.findMany({
    where: { organizationId, blockId: { in: [...blockIds] }, kind: "NOTE" },
    select: { blockId: true, planningNoteId: true },
  });
  const known = new Set(named.map(({ blockId, planningNoteId }) => `${blockId} ${planningNoteId}`));
  const origins = verdicts.flatMap(({ noteId, blocks }) =>
    [...new Set(blocks)].map((index) => {
      const blockId = blockIds[index];
      if (!blockId) throw new AppError("INTERNAL", "A verdict names a block that the episode does not have.");
      return { organizationId, blockId, kind: "NOTE" as const, planningNoteId: noteId };
    }),
  );
  await tx.blockOrigin.createMany({
    data: origins.filter(({ blockId, planningNoteId }) => !known.has(`${blockId} ${planningNoteId}`)),
  });
}
