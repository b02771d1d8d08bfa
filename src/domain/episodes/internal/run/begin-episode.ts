import { keepsItsNotes } from "#domain/planning/keeps-its-notes.ts";
import { releasePlans } from "#domain/planning/release-plans.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import type { TxCtx } from "#platform/context.ts";
import type { PhaseName, Prisma } from "#platform/db/generated/client.ts";
import type { Writer } from "../../writer.ts";
import { dropBlocks } from "./drop-blocks.ts";
import { type ChosenWriter, findWriter } from "./find-writer.ts";

export interface BegunEpisode {
  episodeId: string;
  /** Who asked for the run; null for one of the cadence. */
  userId: string | null;
  writer: ChosenWriter;
  /** What finished phases have left, by phase. */
  outputs: Map<PhaseName, Prisma.JsonValue>;
}

/**
 * Finds the episode of a run with the phases that are done, or begins it. What was put aside, written by another
 * version of the writer, or from notes that were given back since, is begun afresh. Counts the attempt. The project says who writes, unless `given` does.
 */
export async function beginEpisode(ctx: TxCtx, run: ClaimedRun, given?: Writer): Promise<BegunEpisode> {
  const { tx, organizationId } = ctx;
  const project = await tx.project.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: run.projectId } },
    select: { language: true, writer: true },
  });
  const writer = findWriter(project.writer, given);
  const key = { organizationId_queueId: { organizationId, queueId: run.queueId } };
  const existing = await tx.episode.findUnique({
    where: key,
    select: { id: true, status: true, writer: true, writerVersion: true },
  });
  const isUsable =
    existing?.status === "DRAFT" &&
    existing.writer === writer.name &&
    existing.writerVersion === writer.version &&
    (await keepsItsNotes(ctx, run));
  if (existing !== null && !isUsable) {
    // Before the blocks, as in `rerunFrom`.
    await releasePlans(ctx, run);
    await tx.generationPhase.deleteMany({ where: { organizationId, episodeId: existing.id } });
    await dropBlocks(ctx, existing.id);
  }
  const written = { writer: writer.name, writerVersion: writer.version };
  const { id, phases, queue } = await tx.episode.upsert({
    where: key,
    create: {
      ...written,
      organizationId,
      projectId: run.projectId,
      queueId: run.queueId,
      language: project.language,
      generationAttempts: 1,
    },
    update: {
      ...written,
      generationAttempts: { increment: 1 },
      ...(isUsable ? {} : { status: "DRAFT", abandonedAt: null, language: project.language }),
    },
    select: {
      id: true,
      phases: { where: { status: "DONE" }, select: { phase: true, output: true } },
      queue: { select: { requestedById: true } },
    },
  });
  return {
    episodeId: id,
    userId: queue.requestedById,
    writer,
    outputs: new Map(phases.map(({ phase, output }) => [phase, output])),
  };
}
