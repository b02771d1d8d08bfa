import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";

/** The notes in the brief of a run, in the order in which they were planned, with what became of each there and the blocks it changed. */
export const listRunNotes = query(
  { needs: "note.read", input: z.object({ queueId: z.uuid() }) },
  async ({ tx, organizationId }, { queueId }) => {
    const plans = await tx.notePlan.findMany({
      where: { organizationId, queueId },
      orderBy: [{ plannedAt: "asc" }, { id: "asc" }],
      select: {
        outcome: true,
        reason: true,
        note: {
          select: {
            id: true,
            text: true,
            paraphrase: true,
            intent: true,
            topicTerms: true,
            author: { select: { name: true, deletedAt: true } },
            merged: { select: { id: true } },
            origins: {
              where: { block: { episode: { queueId } } },
              orderBy: { block: { ordinal: "asc" } },
              select: { block: { select: { id: true, ordinal: true, episodeId: true } } },
            },
          },
        },
      },
    });
    return plans.map(({ outcome, reason, note: { author, origins, merged, ...note } }) => ({
      ...note,
      outcome,
      /** Why not, or why only in part. */
      reason,
      author: displayedName(author),
      votes: 1 + merged.length,
      blocks: origins.map(({ block }) => block),
    }));
  },
);
