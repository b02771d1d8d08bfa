import { z } from "zod";
import { planNotes } from "#domain/planning/plan-notes.ts";
import { recallMemories } from "#domain/planning/recall-memories.ts";
import type { SteeringNote } from "#domain/planning/steer.ts";
import { AppError } from "#platform/errors.ts";
import { Brief } from "../../brief.ts";
import type { Gathered, PhaseResult, Writer } from "../../writer.ts";
import { countSourcesBeingRead } from "./count-sources-being-read.ts";
import { endRun } from "./end-run.ts";
import { inLease } from "./in-lease.ts";
import { loadMaterial } from "./load-material.ts";
import { MEMORY_TOKENS, meaningOfEpisode } from "./meaning-of-episode.ts";
import { type RunInHand, runPhase } from "./run-phase.ts";

const Output = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("brief"), brief: Brief }),
  z.object({ kind: z.literal("exhausted"), reason: z.string() }),
]);

/**
 * Gathers the brief of a run. Its notes are planned in the transaction that begins the phase: whatever comes later counts for the next episode.
 * Until the brief is kept, a run that is taken up again finds the same notes planned for it; from then on the brief alone counts.
 */
export function gather(inHand: RunInHand, writer: Writer): Promise<Gathered> {
  const { run, episodeId } = inHand;
  let planned: Planned = { notes: [], goal: "" };
  return runPhase<Gathered>(inHand, {
    name: "GATHER",
    output: Output,
    begin: async (inside) => {
      const { goal } = await inside.tx.project.findUniqueOrThrow({
        where: { organizationId_id: { organizationId: inside.organizationId, id: run.projectId } },
        select: { goal: true },
      });
      planned = { goal, notes: await planNotes(inside, run) };
    },
    work: () => gatherWith(inHand, writer, planned),
    keep: async (inside, output) => {
      if (output.kind === "exhausted") return endRun(inside, run, { to: "SKIPPED", reason: output.reason });
      await inside.tx.episode.update({ where: { id: episodeId }, data: { brief: output.brief } });
    },
  });
}

interface Planned {
  notes: SteeringNote[];
  goal: string;
}

async function gatherWith(
  { ctx, run }: RunInHand,
  writer: Writer,
  { notes, goal }: Planned,
): Promise<PhaseResult<Gathered>> {
  const { projectId, queueId } = run;
  const vector = await meaningOfEpisode(goal, notes);
  const { material, waiting } = await inLease(ctx, run, async (inside) => {
    const now = inside.clock.now();
    const asked = { projectId, queueId, vector, now, budgetTokens: MEMORY_TOKENS };
    const memories = await recallMemories(inside, asked);
    return {
      material: await loadMaterial(inside, projectId, { notes, memories }),
      waiting: await countSourcesBeingRead(inside, projectId),
    };
  });
  const gathered = await writer.gather(material);
  if (gathered.output.kind === "exhausted" && waiting > 0) {
    throw new AppError("NOT_NOW", "Its sources are still being read. It is written as soon as they are.");
  }
  return gathered;
}
