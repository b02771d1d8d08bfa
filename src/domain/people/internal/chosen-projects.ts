import { z } from "zod";
import type { Role, TxCtx } from "#platform/context.ts";
import { AppError } from "#platform/errors.ts";

/** Which projects somebody may see: all of them, or those that are named. */
export const ProjectAccess = z.object({
  projectAccess: z.enum(["ALL", "CHOSEN"]).default("ALL"),
  projectIds: z.array(z.string()).max(1_000, "Choose at most 1,000 projects.").default([]),
});
export type ProjectAccess = z.output<typeof ProjectAccess>;

/**
 * The ids to keep for a choice of projects: none when all may be seen.
 *
 * @throws AppError NOT_FOUND for a project that is not the organization's, INVALID when nothing is chosen or the role sees everything
 */
export async function chosenProjects(
  { tx, organizationId }: TxCtx,
  role: Role,
  { projectAccess, projectIds }: ProjectAccess,
): Promise<string[]> {
  if (projectAccess === "ALL") return [];
  if (role === "OWNER" || role === "ADMIN") {
    throw new AppError(
      "INVALID",
      "Administrators and owners see every project. Choose editor or reader to narrow it down.",
      {
        fields: { projectAccess: "Administrators and owners see every project." },
      },
    );
  }
  const ids = [...new Set(projectIds)];
  if (ids.length === 0) {
    throw new AppError("INVALID", "Choose at least one project, or all of them.", {
      fields: { projectIds: "Choose at least one." },
    });
  }
  const areIds = ids.every((id) => z.uuid().safeParse(id).success);
  const found = areIds
    ? await tx.project.count({ where: { organizationId, id: { in: ids }, deletedAt: null } })
    : 0;
  if (found < ids.length)
    throw new AppError("NOT_FOUND", "There is no such project. It may have been removed.");
  return ids.sort();
}
