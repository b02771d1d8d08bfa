import type { TxCtx } from "#platform/context.ts";
import { Directive } from "../../directive.ts";
import { attentionFor } from "./attention-for.ts";

/**
 * Says anew of notes that are locked whether they wait for an editor, and why. One that was merged waits with its lead, and one that is in
 * force stays so until an editor decides.
 */
export async function refreshAttention(ctx: TxCtx, noteIds: readonly string[]): Promise<void> {
  const { tx, organizationId } = ctx;
  const notes = await tx.planningNote.findMany({
    where: { organizationId, id: { in: [...noteIds] }, status: "UNDERSTOOD" },
    orderBy: { id: "asc" },
    select: {
      id: true,
      authorId: true,
      scope: true,
      directive: true,
      attention: true,
      mergedIntoId: true,
      plannedAt: true,
      project: { select: { writer: true } },
      steps: {
        where: { kind: { in: ["UNDERSTOOD", "CORRECTED", "ACCEPTED"] } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
        select: { kind: true, actorId: true },
      },
      conflictsAsFirst: { where: { decidedAt: null }, take: 1, select: { id: true } },
      conflictsAsSecond: { where: { decidedAt: null }, take: 1, select: { id: true } },
    },
  });
  for (const note of notes) {
    const [newest] = note.steps;
    const speaker = newest?.kind === "CORRECTED" ? newest.actorId : note.authorId;
    const attention =
      note.mergedIntoId !== null || (note.scope !== "NEXT_EPISODE" && note.plannedAt !== null)
        ? null
        : attentionFor({
            kind: Directive.parse(note.directive).kind,
            role: await roleOf(ctx, speaker),
            writer: note.project.writer,
            isContradicted: note.conflictsAsFirst.length + note.conflictsAsSecond.length > 0,
            isAccepted: newest?.kind === "ACCEPTED",
          });
    if (attention === note.attention) continue;
    await tx.planningNote.updateMany({ where: { organizationId, id: note.id }, data: { attention } });
  }
}

async function roleOf({ tx, organizationId }: TxCtx, userId: string | null) {
  if (userId === null) return null;
  const membership = await tx.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId } },
    select: { role: true },
  });
  return membership?.role ?? null;
}
