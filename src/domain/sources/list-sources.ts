import { z } from "zod";
import { displayedName } from "#domain/people/displayed-name.ts";
import { query } from "#domain/people/verb.ts";
import { getProject } from "#domain/projects/get-project.ts";
import { runSql } from "#platform/database.ts";
import { countUsesSql } from "./internal/count-uses.sql.ts";

/**
 * The sources of a project, the newest first, each with how far it is and in how many episodes it was used.
 *
 * @throws AppError NOT_FOUND when the organization has no such project
 */
export const listSources = query(
  { needs: "source.read", input: z.object({ projectId: z.string() }) },
  async (ctx, { projectId }) => {
    const { tx, organizationId } = ctx;
    const project = await getProject(ctx, { projectId });
    const sources = await tx.source.findMany({
      where: { organizationId, projectId: project.id, deletedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        title: true,
        fileName: true,
        status: true,
        format: true,
        language: true,
        sizeBytes: true,
        tokenCount: true,
        chunkCount: true,
        durationMs: true,
        speakers: true,
        error: true,
        warnings: true,
        createdAt: true,
        extractingAt: true,
        readyAt: true,
        addedBy: { select: { name: true, deletedAt: true } },
      },
    });
    const uses = await runSql(tx, countUsesSql, [project.id]);
    const usesOf = new Map(uses.map(({ sourceId, episodes }) => [sourceId, Number(episodes)]));
    return sources.map(({ addedBy, ...source }) => ({
      ...source,
      addedBy: displayedName(addedBy),
      usedInEpisodes: usesOf.get(source.id) ?? 0,
    }));
  },
);
