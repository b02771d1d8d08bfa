import { z } from "zod";
import { query } from "#domain/people/verb.ts";

/** How many memories wait for approval in each project that the actor sees; those without any are left out. The most first. */
export const countProposals = query(
  { needs: "memory.read", input: z.object({}) },
  async ({ tx, organizationId }): Promise<{ projectId: string; title: string; count: number }[]> => {
    const groups = await tx.agentMemory.groupBy({
      by: ["projectId"],
      where: { organizationId, status: "PROPOSED", project: { deletedAt: null } },
      _count: { _all: true },
    });
    const projects = await tx.project.findMany({
      where: { organizationId, id: { in: groups.map(({ projectId }) => projectId) } },
      select: { id: true, title: true },
    });
    const titles = new Map(projects.map(({ id, title }) => [id, title]));
    return groups
      .map(({ projectId, _count }) => ({ projectId, title: titles.get(projectId) ?? "", count: _count._all }))
      .sort((one, other) => other.count - one.count || (one.title < other.title ? -1 : 1));
  },
);
