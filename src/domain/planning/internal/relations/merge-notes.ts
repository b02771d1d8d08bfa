import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { recordNoteStep } from "../../record-note-step.ts";
import { lockNotes } from "../notes/lock-notes.ts";
import { handOnConflicts } from "./hand-on-conflicts.ts";
import { mergeIntoSql } from "./merge-into.sql.ts";
import { refreshAttention } from "./refresh-attention.ts";

/** Makes two waiting notes one with a vote more; the older leads. Says whether both still waited and stood for themselves. */
export async function mergeNotes(ctx: TxCtx, one: string, other: string): Promise<boolean> {
  const locked = await lockNotes(ctx, [one, other]);
  const notes = [one, other].flatMap((id) => locked.get(id) ?? []);
  if (notes.length < 2) return false;
  if (notes.some(({ status, mergedIntoId }) => status !== "UNDERSTOOD" || mergedIntoId !== null))
    return false;
  // Ids of notes rise with time.
  const [lead, merged] = one < other ? [one, other] : [other, one];
  await handOnConflicts(ctx, { from: merged, to: lead });
  await runSql(ctx.tx, mergeIntoSql, [ctx.organizationId, merged, lead]);
  await recordNoteStep(ctx, { noteId: merged, kind: "MERGED" });
  await refreshAttention(ctx, [lead]);
  return true;
}
