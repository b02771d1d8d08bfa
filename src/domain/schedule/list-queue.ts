import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import type { QueueStatus } from "./states.ts";

/** The parts of the queue page, and the statuses that each shows. */
const QUEUE_VIEWS = {
  open: ["PENDING", "GENERATING", "RETRYING", "READY"],
  attention: ["HELD", "FAILED", "QUARANTINED"],
  past: ["PUBLISHED", "SKIPPED", "CANCELLED"],
} as const satisfies Record<string, readonly QueueStatus[]>;

const PAGE = 50;

/**
 * A page of the queue, by slot: what is open with the earliest first, everything else with the latest first. `nextCursor` continues
 * it; `counts` are those of all three views.
 */
export const listQueue = query(
  {
    needs: "run.read",
    input: z.object({
      view: z.enum(["open", "attention", "past"]).default("open"),
      projectId: z.uuid().optional(),
      cursor: z.uuid().optional(),
    }),
  },
  async ({ tx, organizationId }, { view, projectId, cursor }) => {
    const ofProject = {
      organizationId,
      project: { deletedAt: null },
      ...(projectId === undefined ? {} : { projectId }),
    };
    const order = view === "open" ? "asc" : "desc";
    const rows = await tx.episodeScheduleQueue.findMany({
      where: { ...ofProject, status: { in: [...QUEUE_VIEWS[view]] } },
      orderBy: [{ slotAt: order }, { id: order }],
      take: PAGE + 1,
      ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
      select: {
        id: true,
        projectId: true,
        occurrenceKey: true,
        trigger: true,
        status: true,
        slotAt: true,
        availableAt: true,
        attempts: true,
        reason: true,
        claimedBy: true,
        leaseExpiresAt: true,
        cancelRequestedAt: true,
        startedAt: true,
        readyAt: true,
        publishedAt: true,
        project: { select: { title: true, cadenceConfig: true } },
        episode: { select: { id: true, title: true } },
      },
    });
    const groups = await tx.episodeScheduleQueue.groupBy({
      by: ["status"],
      where: ofProject,
      _count: { _all: true },
    });
    const countOf = (statuses: readonly QueueStatus[]) =>
      groups
        .filter(({ status }) => statuses.includes(status))
        .reduce((sum, { _count }) => sum + _count._all, 0);
    const page = rows.slice(0, PAGE);
    return {
      runs: page.map(({ project, ...run }) => ({
        ...run,
        projectTitle: project.title,
        timeZone: zoneOf(project.cadenceConfig),
      })),
      nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
      counts: {
        open: countOf(QUEUE_VIEWS.open),
        attention: countOf(QUEUE_VIEWS.attention),
        past: countOf(QUEUE_VIEWS.past),
      },
    };
  },
);

/** Dates are shown in the zone of their project. */
function zoneOf(cadenceConfig: unknown): string {
  const config = z.object({ timeZone: z.string() }).safeParse(cadenceConfig);
  return config.success ? config.data.timeZone : "UTC";
}
