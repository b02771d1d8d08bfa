import { z } from "zod";
import type { Correction, SteeringNote } from "#domain/planning/steer.ts";
import type { TxCtx } from "#platform/context.ts";
import { Turn } from "../../brief.ts";
import type { Material } from "../../writer.ts";

const Turns = z.array(Turn).nullable();

/** The passages that corrections name, told or not, each with the first episode that told it. */
export async function loadNamed(
  { tx, organizationId }: TxCtx,
  { notes, corrections }: { notes: readonly SteeringNote[]; corrections: readonly Correction[] },
): Promise<NonNullable<Material["named"]>> {
  const ofNotes = notes.flatMap(({ directive }) =>
    directive.kind === "CORRECT" ? directive.passageIds : [],
  );
  const ids = [...new Set([...ofNotes, ...corrections.map(({ passageId }) => passageId)])];
  if (ids.length === 0) return [];
  const chunks = await tx.sourceChunk.findMany({
    where: { organizationId, id: { in: ids }, source: { deletedAt: null } },
    orderBy: [{ sourceId: "asc" }, { ordinal: "asc" }],
    select: {
      id: true,
      sourceId: true,
      ordinal: true,
      text: true,
      headingPath: true,
      turns: true,
      tokenCount: true,
      source: { select: { title: true, format: true, language: true } },
    },
  });
  const tellings = await tx.blockOrigin.findMany({
    where: {
      organizationId,
      sourceChunkId: { in: ids },
      block: { episode: { status: { in: ["READY", "PUBLISHED"] } } },
    },
    orderBy: { block: { episode: { number: "desc" } } },
    select: { sourceChunkId: true, block: { select: { episode: { select: { id: true, title: true } } } } },
  });
  const firstOf = new Map(tellings.map(({ sourceChunkId, block }) => [sourceChunkId, block.episode]));
  return chunks.map(({ source, turns, ...chunk }) => {
    const told = firstOf.get(chunk.id);
    const { title: sourceTitle, language } = source;
    const format = source.format ?? "TEXT";
    return {
      passage: { ...chunk, sourceTitle, format, language, turns: Turns.parse(turns) ?? [] },
      toldIn: told === undefined ? null : { episodeId: told.id, title: told.title ?? "" },
    };
  });
}
