import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";

/**
 * One project of the organization, with its settings as stored.
 *
 * @throws AppError NOT_FOUND for an id that is another organization's, removed, or no id at all: they look the same.
 */
export const getProject = query(
  { needs: "project.read", input: z.object({ projectId: z.string() }) },
  async ({ tx, organizationId }, { projectId }) => {
    const id = z.uuid().safeParse(projectId);
    const project = id.success
      ? await tx.project.findFirst({
          where: { id: id.data, organizationId, deletedAt: null },
          select: {
            id: true,
            title: true,
            goal: true,
            audience: true,
            language: true,
            minutes: true,
            writer: true,
            cadenceConfig: true,
            cadenceVersion: true,
            missedSlotPolicy: true,
            version: true,
            createdAt: true,
          },
        })
      : null;
    if (!project) throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
    return project;
  },
);
