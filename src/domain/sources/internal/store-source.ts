import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import type { TxCtx } from "#platform/context.ts";
import type { ReadSource } from "../read-source.ts";
import { enqueueExtraction } from "./enqueue-extraction.ts";

/** What became of a source that was read; `message` says what is there already and what to do. */
export type StoredSource =
  | { outcome: "ADDED"; sourceId: string; warnings: string[] }
  | { outcome: "DUPLICATE"; sourceId: string; message: string };

/** A source that was read and may be stored. */
export interface SourceToStore {
  projectId: string;
  title: string;
  fileName: string;
  original: Uint8Array<ArrayBuffer>;
  read: ReadSource;
}

/**
 * Stores a source to wait for its passages, with its job, event and audit row; or names the one that has the same text.
 */
export async function storeSource(
  ctx: TxCtx,
  { projectId, title, fileName, original, read }: SourceToStore,
): Promise<StoredSource> {
  const { tx, organizationId, actor } = ctx;
  const { format, encoding, contentHash, notices: warnings } = read;
  const [added] = await tx.source.createManyAndReturn({
    data: {
      organizationId,
      projectId,
      title,
      fileName,
      format,
      encoding,
      warnings,
      sizeBytes: read.byteCount,
      contentHash,
      original,
      addedById: actor.kind === "user" ? actor.userId : null,
      createdAt: ctx.clock.now(),
    },
    // The unique index decides, not a look beforehand: of two who add the same file at once, one is told.
    skipDuplicates: true,
    select: { id: true },
  });
  if (added === undefined) return duplicateOf(ctx, projectId, contentHash);
  await enqueueExtraction(ctx, added.id);
  await recordEvent(ctx, { type: "source_added", projectId, data: { sourceId: added.id } });
  await recordAudit(ctx, {
    action: "source.add",
    targetType: "source",
    targetId: added.id,
    after: { projectId, format, sizeBytes: read.byteCount },
  });
  return { outcome: "ADDED", sourceId: added.id, warnings };
}

async function duplicateOf(
  ctx: TxCtx,
  projectId: string,
  contentHash: Uint8Array<ArrayBuffer>,
): Promise<StoredSource> {
  const existing = await ctx.tx.source.findFirstOrThrow({
    where: {
      organizationId: ctx.organizationId,
      projectId,
      contentHash,
      deletedAt: null,
      status: { not: "FAILED" },
    },
    select: { id: true, title: true },
  });
  const message = `The project has this text already, as “${existing.title}”. Nothing was added; to add it again, remove that one first.`;
  return { outcome: "DUPLICATE", sourceId: existing.id, message };
}
