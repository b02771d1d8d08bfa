import { z } from "zod";
import { query } from "#domain/people/verb.ts";
import { runSql } from "#platform/database.ts";
import { countOriginsSql } from "./internal/count-origins.sql.ts";

const PAGE = 30;
const TimeZoneOfCadence = z.object({ timeZone: z.string() }).catch({ timeZone: "UTC" });

/**
 * Published episodes, the newest first, of one project or of all, each with how many passages it cites and how many notes it
 * honours. `nextCursor` goes on.
 */
export const listEpisodes = query(
  {
    needs: "episode.read",
    input: z.object({
      projectId: z.uuid().optional(),
      limit: z.number().int().min(1).max(PAGE).default(PAGE),
      cursor: z.uuid().optional(),
    }),
  },
  async ({ tx, organizationId }, { projectId, limit, cursor }) => {
    const rows = await tx.episode.findMany({
      where: {
        organizationId,
        ...(projectId === undefined ? {} : { projectId }),
        status: "PUBLISHED",
        project: { deletedAt: null },
      },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: limit + 1,
      ...(cursor === undefined ? {} : { cursor: { id: cursor }, skip: 1 }),
      select: {
        id: true,
        queueId: true,
        projectId: true,
        number: true,
        title: true,
        dek: true,
        minutes: true,
        publishedAt: true,
        project: { select: { title: true, cadenceConfig: true } },
      },
    });
    const page = rows.slice(0, limit);
    const counts = await runSql(tx, countOriginsSql, [page.map(({ id }) => id)]);
    const countsOf = new Map(counts.map((count) => [count.episodeId, count]));
    return {
      episodes: page.map(({ project, ...episode }) => ({
        ...episode,
        projectTitle: project.title,
        timeZone: TimeZoneOfCadence.parse(project.cadenceConfig).timeZone,
        citations: Number(countsOf.get(episode.id)?.passages ?? 0),
        notes: Number(countsOf.get(episode.id)?.notes ?? 0),
      })),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  },
);
