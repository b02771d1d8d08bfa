import { z } from "zod";
import { query } from "#domain/people/verb.ts";

const MOST = 100;

/** The runs that wait for money or a price, the earliest slot first, with why; a hundred at most. */
export const listHeldRuns = query(
  { needs: "run.read", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const rows = await tx.episodeScheduleQueue.findMany({
      where: { organizationId, status: "HELD", holdKind: { not: null }, project: { deletedAt: null } },
      orderBy: [{ slotAt: "asc" }, { id: "asc" }],
      take: MOST,
      select: {
        id: true,
        projectId: true,
        occurrenceKey: true,
        slotAt: true,
        heldAt: true,
        holdKind: true,
        heldForNanos: true,
        reason: true,
        project: { select: { title: true } },
      },
    });
    return rows.map(({ project, ...run }) => ({ ...run, projectTitle: project.title }));
  },
);
