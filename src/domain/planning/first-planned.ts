import type { TxCtx } from "#platform/context.ts";

/** The number of the first episode that was written with each of these notes in its brief; none for a note that no episode had yet. */
export async function firstPlanned(
  { tx, organizationId }: TxCtx,
  { noteIds }: { noteIds: readonly string[] },
): Promise<Record<string, number>> {
  if (noteIds.length === 0) return {};
  const plans = await tx.notePlan.findMany({
    where: {
      organizationId,
      noteId: { in: [...noteIds] },
      outcome: { not: "RELEASED" },
      episode: { number: { not: null } },
    },
    orderBy: { episode: { number: "desc" } },
    select: { noteId: true, episode: { select: { number: true } } },
  });
  // The lowest number comes last, and stays.
  return Object.fromEntries(
    plans.flatMap(({ noteId, episode }) => (episode?.number == null ? [] : [[noteId, episode.number]])),
  );
}
