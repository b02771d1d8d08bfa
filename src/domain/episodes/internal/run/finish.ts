import type { Brief } from "../../brief.ts";
import { type Draft, FinishedEpisode, type Writer } from "../../writer.ts";
import { endRun } from "./end-run.ts";
import { keepWhatFollows } from "./keep-what-follows.ts";
import { type Remembered, whatToRemember } from "./remember.ts";
import { type RunInHand, runPhase } from "./run-phase.ts";
import { storeEpisode } from "./store-episode.ts";

/** Finishes the draft of a run. Episode, verdicts on its notes and what is remembered of it are kept together with the end of the run. */
export async function finish(
  inHand: RunInHand,
  writer: Writer,
  { brief, draft }: { brief: Brief; draft: Draft },
): Promise<void> {
  const { run, episodeId } = inHand;
  const { projectId, queueId } = run;
  let remembered: Remembered = { topics: [], proposals: [] };
  await runPhase(inHand, {
    name: "FINISH",
    output: FinishedEpisode,
    work: async () => {
      const finished = await writer.finish(brief, draft);
      remembered = await whatToRemember(brief, finished.output);
      return finished;
    },
    keep: async (inside, finished) => {
      const blockIds = await storeEpisode(inside, { episodeId, projectId }, finished);
      const stored = { projectId, queueId, episodeId, blockIds };
      await keepWhatFollows(inside, stored, finished, remembered);
      await endRun(inside, run, { to: "READY" });
    },
  });
}
