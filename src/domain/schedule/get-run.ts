import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";

/** One entry of the history of a run, as stored in `errors`. */
const RunHistory = z.array(
  z.object({
    at: z.coerce.date(),
    attempt: z.number(),
    phase: z.string().nullable(),
    code: z.string(),
    message: z.string(),
  }),
);

/**
 * One run with its phases, its episode and every error so far, the oldest first.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, a removed project's or no id at all: they look the same
 */
export const getRun = query(
  { needs: "run.read", input: z.object({ queueId: z.string() }) },
  async ({ tx, organizationId }, { queueId }) => {
    const id = z.uuid().safeParse(queueId);
    const run = id.success
      ? await tx.episodeScheduleQueue.findFirst({
          where: { id: id.data, organizationId, project: { deletedAt: null } },
          select: {
            id: true,
            projectId: true,
            occurrenceKey: true,
            trigger: true,
            status: true,
            slotAt: true,
            availableAt: true,
            attempts: true,
            workerDeaths: true,
            errors: true,
            reason: true,
            claimedBy: true,
            leaseExpiresAt: true,
            cancelRequestedAt: true,
            createdAt: true,
            startedAt: true,
            heldAt: true,
            holdKind: true,
            heldForNanos: true,
            waitingSince: true,
            readyAt: true,
            publishedAt: true,
            finishedAt: true,
            requestedBy: { select: { name: true, deletedAt: true } },
            project: { select: { title: true, cadenceConfig: true, writer: true } },
            episode: { select: { id: true, status: true, number: true, title: true, writer: true } },
            phases: {
              orderBy: { phase: "asc" },
              select: {
                phase: true,
                status: true,
                attempt: true,
                startCount: true,
                error: true,
                startedAt: true,
                finishedAt: true,
              },
            },
          },
        })
      : null;
    if (!run) throw new AppError("NOT_FOUND", "There is no such run. It may have been removed.");
    const { project, requestedBy, errors, ...facts } = run;
    return {
      ...facts,
      projectTitle: project.title,
      /** Who writes or wrote it. */
      writer: run.episode?.writer ?? project.writer,
      cadenceConfig: project.cadenceConfig,
      requestedBy: displayedName(requestedBy),
      errors: RunHistory.parse(errors),
    };
  },
);
