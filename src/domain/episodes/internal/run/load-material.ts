import { z } from "zod";
import { firstPlanned } from "#domain/planning/first-planned.ts";
import { listCorrections } from "#domain/planning/list-corrections.ts";
import type { TxCtx } from "#platform/context.ts";
import { type CoveredTopic, Turn } from "../../brief.ts";
import { rememberEpisode } from "../../remember-episode.ts";
import type { Material } from "../../writer.ts";
import { countWords } from "../document/excerpt-document.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { loadNamed } from "./load-named.ts";

/**
 * The most passages that one episode is chosen from: some 160,000 words, a second of work. Sources that are told to the end do not count,
 * so that a long series goes on.
 */
const MOST_PASSAGES = 1200;

/** What a note asks for is measured against what so many episodes said before it. */
const RECENT_EPISODES = 3;

/** A series of two hundred episodes has so many; older ones count as new again. */
const MOST_TOPICS = 1000;

const Turns = z.array(Turn).nullable();
const BlockData = z.record(z.string(), z.unknown());

const NONE: Pick<Material, "notes" | "memories"> = { notes: [], memories: [] };

/** Reads what the next episode of a project can be written from: its sources, what the series has told, and what steers it. */
export async function loadMaterial(
  ctx: TxCtx,
  projectId: string,
  { notes, memories } = NONE,
): Promise<Material> {
  const { tx, organizationId } = ctx;
  const project = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: projectId } },
    select: { id: true, title: true, goal: true, audience: true, language: true, minutes: true },
  });
  const episodes = await loadEpisodes(ctx, projectId);
  const covered = await tx.blockOrigin.findMany({
    where: {
      organizationId,
      kind: "PASSAGE",
      block: { episode: { projectId, status: { in: ["READY", "PUBLISHED"] } } },
    },
    distinct: ["sourceChunkId"],
    select: { sourceChunkId: true },
  });
  const coveredPassageIds = covered.flatMap(({ sourceChunkId }) => sourceChunkId ?? []).sort();
  const last = episodes.at(-1);
  const recent = episodes.slice(-RECENT_EPISODES);
  const standing = notes.flatMap(({ id, isStanding }) => (isStanding ? [id] : []));
  const corrections = await listCorrections(ctx, { projectId });
  return {
    project,
    episodeNumber: (last?.number ?? 0) + 1,
    ...(await loadPassages(ctx, projectId, new Set(coveredPassageIds))),
    coveredPassageIds,
    coveredTexts: episodes.flatMap(({ blocks }) => blocks.map(({ markdown }) => markdown)),
    coveredTitles: episodes.map(({ title }) => title),
    coveredTopics: await loadTopics(ctx, projectId),
    last: last === undefined ? null : rememberEpisode(last),
    recentTexts: recent.map(toldIn),
    recentQuotations: recent.map(quotationsIn),
    earlier: episodes.map(({ id, number, title, ...episode }) => {
      return { id, number: number ?? 0, title, text: toldIn(episode), quotations: quotationsIn(episode) };
    }),
    steeredSince: await firstPlanned(ctx, { noteIds: standing }),
    notes,
    memories,
    corrections,
    named: await loadNamed(ctx, { notes, corrections }),
  };
}

/** What an episode tells; recap and questions say again what was told. */
function toldIn({ blocks }: { blocks: { type: string; markdown: string }[] }): string {
  const telling = blocks.filter(({ type }) => type !== "RECAP" && type !== "RECALL");
  return telling.map(({ markdown }) => markdown).join("\n\n");
}

/** Quotations that an episode sets apart, for a thousand of its words. */
function quotationsIn({ blocks }: { blocks: { type: string; markdown: string }[] }): number {
  const words = blocks.reduce((sum, { markdown }) => sum + countWords(plainTextOf(markdown)), 0);
  return (blocks.filter(({ type }) => type === "QUOTE").length * 1000) / Math.max(1, words);
}

/** What was written so far, the oldest first; what waits for its slot is part of the series already. */
async function loadEpisodes({ tx, organizationId }: TxCtx, projectId: string) {
  const episodes = await tx.episode.findMany({
    where: { organizationId, projectId, status: { in: ["READY", "PUBLISHED"] } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      blocks: { orderBy: { ordinal: "asc" }, select: { type: true, markdown: true, data: true } },
    },
  });
  return episodes.map(({ blocks, title, ...episode }) => ({
    ...episode,
    title: title ?? "",
    blocks: blocks.map((block) => ({ ...block, data: BlockData.parse(block.data) })),
  }));
}

/** What earlier episodes were about; of a topic that came back, the newest that told of it. */
async function loadTopics({ tx, organizationId }: TxCtx, projectId: string): Promise<CoveredTopic[]> {
  const links = await tx.continuityLink.findMany({
    where: {
      organizationId,
      projectId,
      kind: { not: "RESOLVES" },
      episode: { status: { in: ["READY", "PUBLISHED"] } },
    },
    orderBy: [{ episode: { number: "desc" } }, { topic: "asc" }],
    take: MOST_TOPICS,
    select: { topic: true, episodeId: true },
  });
  const newest = new Map(
    links.toReversed().map(({ topic, episodeId }) => [topic.toLowerCase(), { text: topic, episodeId }]),
  );
  return [...newest.values()];
}

async function loadPassages(
  { tx, organizationId }: TxCtx,
  projectId: string,
  covered: ReadonlySet<string>,
): Promise<Pick<Material, "passages" | "links">> {
  const sources = await tx.source.findMany({
    where: { organizationId, projectId, status: "READY", deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, title: true, format: true, language: true, links: true },
  });
  const passages: Material["passages"] = [];
  let freshCount = 0;
  for (const { id: sourceId, title, format, language } of sources) {
    if (freshCount >= MOST_PASSAGES) break;
    const chunks = await tx.sourceChunk.findMany({
      where: { organizationId, sourceId },
      orderBy: { ordinal: "asc" },
      select: { id: true, ordinal: true, text: true, headingPath: true, turns: true, tokenCount: true },
    });
    const fresh = chunks.filter(({ id }) => !covered.has(id));
    if (fresh.length === 0) continue;
    const end = fresh[MOST_PASSAGES - freshCount]?.ordinal ?? Number.POSITIVE_INFINITY;
    freshCount += fresh.length;
    for (const { turns, ...chunk } of chunks) {
      if (chunk.ordinal >= end) break;
      const source = { sourceId, sourceTitle: title, format: format ?? "TEXT", language };
      passages.push({ ...chunk, ...source, turns: Turns.parse(turns) ?? [] });
    }
  }
  return { passages, links: [...new Set(sources.flatMap(({ links }) => links))] };
}
