import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { addConflictSql } from "./add-conflict.sql.ts";
import { refreshAttention } from "./refresh-attention.ts";

/** What a note contradicts, another that asks for the same contradicts from now on in its place. Both are locked. */
export async function handOnConflicts(ctx: TxCtx, { from, to }: { from: string; to: string }): Promise<void> {
  const { tx, organizationId, clock } = ctx;
  const open = { organizationId, decidedAt: null, OR: [{ firstNoteId: from }, { secondNoteId: from }] };
  const pairs = await tx.noteConflict.findMany({
    where: open,
    select: { projectId: true, firstNoteId: true, secondNoteId: true },
  });
  const [pair] = pairs;
  if (pair === undefined) return;
  const others = pairs
    .map(({ firstNoteId, secondNoteId }) => (firstNoteId === from ? secondNoteId : firstNoteId))
    .filter((id) => id !== to);
  await tx.noteConflict.deleteMany({ where: open });
  await runSql(tx, addConflictSql, [organizationId, pair.projectId, to, others, clock.now()]);
  await refreshAttention(ctx, [to, ...others]);
}
