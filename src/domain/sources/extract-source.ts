import { addMinutes } from "date-fns";
import { z } from "zod";
import { guarded } from "#domain/people/verb.ts";
import type { Ctx, TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import { isAppError } from "#platform/errors.ts";
import { enqueueExtraction } from "./internal/enqueue-extraction.ts";
import { structureInThread } from "./internal/structure-in-thread.ts";
import { readSource } from "./read-source.ts";
import type { StructuredSource } from "./structure-source.ts";

/** Rows of a chunk are written this many at a time: a statement may have 65,535 values. */
const CHUNKS_AT_A_TIME = 1000;
/** Longer than structuring may take, with time to write. */
const RESCUE_MINUTES = 10;

/**
 * Finds the passages of a source that was added, and makes it `READY`, or `FAILED` with a sentence. Works outside any
 * transaction; then one transaction writes all. May run twice and at the same time: the row decides who writes.
 *
 * @returns what the source is now; null when there was nothing (more) to do, because it is done or was removed
 */
export const extractSource = guarded(
  { needs: "source.edit", input: z.object({ sourceId: z.uuid() }) },
  async (ctx, { sourceId }): Promise<"READY" | "FAILED" | null> => {
    const original = await inOrganization(ctx, (inside) => start(inside, sourceId));
    if (original === null) return null;
    try {
      const read = await readSource({ bytes: original });
      const structured = await structureInThread(read);
      return await finish(ctx, sourceId, structured);
    } catch (error) {
      if (!isAppError(error, "INVALID")) throw error;
      return await inOrganization(ctx, (inside) => fail(inside, sourceId, error.message));
    }
  },
);

/**
 * Claims the source; one whose worker died is claimed again. Null when it is not waiting. The queue library gives back a dead
 * worker's job only after four hours: a second one is left behind, which finds nothing to do when this one gets through.
 */
async function start(ctx: TxCtx, sourceId: string): Promise<Uint8Array | null> {
  const { tx, organizationId, clock } = ctx;
  const [source] = await tx.source.updateManyAndReturn({
    where: { id: sourceId, organizationId, deletedAt: null, status: { in: ["RECEIVED", "EXTRACTING"] } },
    data: { status: "EXTRACTING", extractingAt: clock.now() },
    select: { original: true },
  });
  if (!source?.original) return null;
  await enqueueExtraction(ctx, sourceId, addMinutes(clock.now(), RESCUE_MINUTES));
  return source.original;
}

async function finish(ctx: Ctx, sourceId: string, structured: StructuredSource): Promise<"READY" | null> {
  const { chunks, text, language, links, speakers, durationMs } = structured;
  return inOrganization(ctx, async ({ tx, organizationId, clock }) => {
    const { count } = await tx.source.updateMany({
      where: { id: sourceId, organizationId, deletedAt: null, status: "EXTRACTING" },
      data: {
        status: "READY",
        readyAt: clock.now(),
        original: null,
        text,
        language,
        links,
        speakers,
        durationMs,
        tokenCount: chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0),
        chunkCount: chunks.length,
      },
    });
    if (count === 0) return null;
    const rows = chunks.map(({ turns, ...chunk }, ordinal) => ({
      ...chunk,
      organizationId,
      sourceId,
      ordinal,
      turns: turns === null ? Prisma.DbNull : (turns as unknown as Prisma.InputJsonArray),
    }));
    for (let at = 0; at < rows.length; at += CHUNKS_AT_A_TIME) {
      await tx.sourceChunk.createMany({ data: rows.slice(at, at + CHUNKS_AT_A_TIME) });
    }
    return "READY";
  });
}

async function fail(
  { tx, organizationId, clock }: TxCtx,
  sourceId: string,
  error: string,
): Promise<"FAILED" | null> {
  const { count } = await tx.source.updateMany({
    where: { id: sourceId, organizationId, deletedAt: null, status: "EXTRACTING" },
    data: { status: "FAILED", failedAt: clock.now(), error },
  });
  return count === 0 ? null : "FAILED";
}
