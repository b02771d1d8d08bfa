import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { makeRun } from "./make-run.ts";

interface EpisodeToMake {
  number: number;
  title?: string;
  status?: "DRAFT" | "READY" | "PUBLISHED";
  blocks?: Pick<Prisma.BlockUncheckedCreateInput, "type" | "markdown" | "html">[];
  /** Stands behind the first block. */
  passageId?: string;
}

/** An episode with its run, published at the present date plus its number unless said otherwise. */
export async function makeEpisode(ctx: Ctx, projectId: string, wanted: EpisodeToMake) {
  const { number, title = `Episode ${number}`, status = "PUBLISHED", blocks = [], passageId } = wanted;
  const at = new Date(ctx.clock.now().getTime() + number * 86_400_000);
  const isWritten = status !== "DRAFT";
  const published = { status: "PUBLISHED", readyAt: at, publishedAt: at, finishedAt: at } as const;
  const run = await makeRun(ctx, projectId, {
    occurrenceKey: at.toISOString().slice(0, 10),
    slotAt: at,
    ...(status === "PUBLISHED" ? published : {}),
    ...(status === "READY" ? { status: "READY", readyAt: at } : {}),
  });
  return inOrganization(ctx, async ({ tx, organizationId }) => {
    const episode = await tx.episode.create({
      data: {
        organizationId,
        projectId,
        queueId: run.id,
        status,
        writer: "built-in",
        writerVersion: "1",
        ...(isWritten ? { number, title, dek: "", minutes: 5, wordCount: 1000, readyAt: at } : {}),
        ...(status === "PUBLISHED" ? { publishedAt: at } : {}),
      },
    });
    const made = await tx.block.createManyAndReturn({
      data: blocks.map((block, ordinal) => ({ ...block, organizationId, episodeId: episode.id, ordinal })),
    });
    const first = made[0];
    if (first && passageId) {
      await tx.blockOrigin.create({
        data: {
          organizationId,
          blockId: first.id,
          kind: "PASSAGE",
          sourceChunkId: passageId,
          quote: "words",
        },
      });
    }
    return episode;
  });
}
