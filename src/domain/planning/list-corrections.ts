import type { TxCtx } from "#platform/context.ts";
import { Directive } from "./directive.ts";
import type { Correction } from "./steer.ts";

/** What notes have put right in the series of a project so far: one for each passage that says what is wrong. The newest come last. */
export async function listCorrections(
  { tx, organizationId }: TxCtx,
  { projectId }: { projectId: string },
): Promise<Correction[]> {
  const notes = await tx.planningNote.findMany({
    where: {
      organizationId,
      projectId,
      intent: "CORRECT",
      mergedIntoId: null,
      // An editor who called it done has not had it printed.
      plans: { some: { outcome: { in: ["USED", "PARTLY_USED"] } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, directive: true },
  });
  return notes.flatMap(({ id, directive }) => {
    const asked = Directive.parse(directive);
    if (asked.kind !== "CORRECT") return [];
    const { passageIds, wrong, right } = asked;
    return passageIds.map((passageId) => ({ noteId: id, passageId, wrong, right }));
  });
}
