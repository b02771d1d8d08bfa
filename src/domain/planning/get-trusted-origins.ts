import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { AppError } from "#platform/errors.ts";
import { TRUSTABLE_ORIGINS } from "./set-trusted-origins.ts";

/**
 * Which proposals of a project are active at once.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const getTrustedOrigins = query(
  { needs: "memory.read", input: z.object({ projectId: z.uuid() }) },
  async ({ tx, organizationId }, { projectId }) => {
    const project = await tx.project.findFirst({
      where: { organizationId, id: projectId, deletedAt: null },
      select: { trustedMemoryOrigins: true },
    });
    if (!project) throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
    return TRUSTABLE_ORIGINS.filter((origin) => project.trustedMemoryOrigins.includes(origin));
  },
);
