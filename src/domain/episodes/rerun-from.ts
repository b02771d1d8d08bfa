import { z } from "zod";
import { recordAudit } from "#domain/activity/record-audit.ts";
import { recordEvent } from "#domain/activity/record-event.ts";
import { command } from "#domain/people/verb.ts";
import { judgeAgain } from "#domain/planning/judge-again.ts";
import { releasePlans } from "#domain/planning/release-plans.ts";
import { restartRun } from "#domain/schedule/restart-run.ts";
import { mayRewrite } from "#domain/schedule/states.ts";
import type { TxCtx } from "#platform/context.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import { AppError } from "#platform/errors.ts";
import { dropBlocks } from "./internal/run/drop-blocks.ts";
import { PHASES, Phase } from "./phases.ts";

/**
 * Has the episode of a run written again from one of its phases. What that phase and those after it have left is dropped, and paid for again;
 * those before it are kept. From the first on, its notes are given back and planned anew; from a later one, they are judged again. The episode is a draft again and gives its number back, unless a later one is given out: then it keeps its place.
 *
 * @throws AppError NOT_FOUND, or CONFLICT when the run is in work or published, or did not come as far as that phase
 */
export const rerunFrom = command(
  { needs: "run.request", input: z.object({ queueId: z.string(), phase: Phase }) },
  async (ctx, { queueId, phase }): Promise<{ queueId: string }> => {
    const run = await restartRun(ctx, {
      queueId,
      mayRestart: mayRewrite,
      otherwise: "The run is in work or its episode is published: it can't be written again.",
    });
    // Before the blocks, which notes hang on: they take turns with whoever changes notes before they touch one.
    if (phase === "GATHER") await releasePlans(ctx, { queueId: run.id });
    else await judgeAgain(ctx, { queueId: run.id });
    await dropFrom(ctx, run.id, phase);
    await recordAudit(ctx, {
      action: "run.rerun",
      targetType: "run",
      targetId: run.id,
      before: { status: run.status },
      after: { from: phase },
    });
    await recordEvent(ctx, {
      type: "run_begun_again",
      data: { queueId: run.id, phase },
      projectId: run.projectId,
    });
    return { queueId: run.id };
  },
);

async function dropFrom(ctx: TxCtx, queueId: string, phase: Phase): Promise<void> {
  const { tx, organizationId } = ctx;
  const episode = await tx.episode.findUnique({
    where: { organizationId_queueId: { organizationId, queueId } },
    select: {
      id: true,
      projectId: true,
      number: true,
      brief: true,
      phases: { select: { phase: true, status: true } },
    },
  });
  const at = PHASES.indexOf(phase);
  const isDone = (wanted: Phase) =>
    episode?.phases.some((each) => each.phase === wanted && each.status === "DONE");
  // A run whose sources were told has gathered, and has no brief.
  if (!episode || !PHASES.slice(0, at).every(isDone) || (at > 0 && episode.brief === null)) {
    throw new AppError(
      "CONFLICT",
      "The run did not come as far as that. Choose an earlier phase, or try it again.",
    );
  }
  const ofEpisode = { organizationId, episodeId: episode.id };
  await tx.generationPhase.deleteMany({ where: { ...ofEpisode, phase: { in: PHASES.slice(at) } } });
  await dropBlocks(ctx, episode.id);
  await tx.episode.update({
    where: { organizationId_id: { organizationId, id: episode.id } },
    data: {
      status: "DRAFT",
      number: (await hasLaterOne(ctx, episode)) ? episode.number : null,
      title: null,
      dek: null,
      minutes: null,
      wordCount: null,
      readyAt: null,
      abandonedAt: null,
      ...(phase === "GATHER" ? { brief: Prisma.DbNull } : {}),
    },
  });
}

async function hasLaterOne(
  { tx, organizationId }: TxCtx,
  { projectId, number }: { projectId: string; number: number | null },
): Promise<boolean> {
  if (number === null) return false;
  const later = { organizationId, projectId, number: { gt: number } };
  return (await tx.episode.count({ where: later })) > 0;
}
