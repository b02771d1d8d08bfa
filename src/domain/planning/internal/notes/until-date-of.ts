import { todayOfProject } from "#domain/schedule/today-of-project.ts";
import type { TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";

/**
 * The date until which a note applies, for the database; null unless its scope has one.
 *
 * @throws AppError INVALID with `fields` for a date that is missing or past in the zone of the project's cadence
 */
export async function untilDateOf(
  ctx: TxCtx,
  note: {
    projectId: string;
    scope: "NEXT_EPISODE" | "UNTIL_DATE" | "ALWAYS";
    untilDate?: string | undefined;
  },
): Promise<Date | null> {
  if (note.scope !== "UNTIL_DATE") return null;
  const refuse = (why: string) => new AppError("INVALID", why, { fields: { untilDate: why } });
  if (!note.untilDate) throw refuse("Say until which date the note applies.");
  const today = await todayOfProject(ctx, note.projectId);
  if (note.untilDate < today) throw refuse("That date is past. Choose today or a later one.");
  return new Date(note.untilDate);
}
