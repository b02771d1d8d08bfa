import { z } from "zod";
import { query } from "#domain/people/verb.ts";

/** The projects of the organization, the newest first, each with how many episodes it has published and what it writes from. */
export const listProjects = query(
  { needs: "project.read", input: z.object({}) },
  async ({ tx, organizationId }) => {
    const projects = await tx.project.findMany({
      where: { organizationId, deletedAt: null },
      orderBy: { createdAt: "desc" },
      select: {
        id: true,
        title: true,
        goal: true,
        minutes: true,
        cadenceConfig: true,
        _count: {
          select: {
            episodes: { where: { status: "PUBLISHED" } },
            sources: { where: { deletedAt: null } },
          },
        },
      },
    });
    return projects.map(({ _count, ...project }) => ({
      ...project,
      publishedEpisodes: _count.episodes,
      sources: _count.sources,
    }));
  },
);
