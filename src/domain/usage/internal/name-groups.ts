import type { TxCtx } from "#platform/context.ts";
import { runSql } from "#platform/database.ts";
import { countReadersSql } from "./count-readers.sql.ts";
import type { UsageSumsRow } from "./sum-usage.sql.ts";

interface Period {
  rows: readonly UsageSumsRow[];
  from: string;
  until: string;
  projectId: string | null;
}

/** How projects, people and episodes are called, removed ones too; and how many people read an episode, or, by null, any in the period. */
export async function nameGroups(ctx: TxCtx, { rows, from, until, projectId }: Period) {
  const { tx, organizationId } = ctx;
  const idsOf = (key: "projectId" | "userId" | "episodeId") => [
    ...new Set(rows.flatMap((row) => row[key] ?? [])),
  ];
  const projects = await tx.project.findMany({
    where: { organizationId, id: { in: idsOf("projectId") } },
    select: { id: true, title: true },
  });
  const people = await tx.user.findMany({
    where: { id: { in: idsOf("userId") } },
    select: { id: true, name: true },
  });
  const episodes = await tx.episode.findMany({
    where: { organizationId, id: { in: idsOf("episodeId") } },
    select: { id: true, number: true, title: true, queueId: true, publishedAt: true },
  });
  const values = [organizationId, episodes.map(({ id }) => id), from, until, projectId];
  const readers = await runSql(tx, countReadersSql, values);

  const titles = new Map(projects.map(({ id, title }) => [id, title]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const written = new Map(episodes.map(({ id, ...episode }) => [id, episode]));
  const readerCounts = new Map(readers.map(({ episodeId, readerCount }) => [episodeId, Number(readerCount)]));
  const unnamed = { number: null, title: null, queueId: null, publishedAt: null };
  return {
    project: (id: string | null) => titles.get(id ?? "") ?? null,
    person: (id: string | null) => names.get(id ?? "") ?? null,
    episode: (id: string | null) => written.get(id ?? "") ?? unnamed,
    readers: (episodeId: string | null) => readerCounts.get(episodeId) ?? 0,
  };
}
