import { callModel } from "#domain/usage/call-model.ts";
import type { Question } from "../../writer.ts";
import { RunEnded } from "./end-run.ts";
import { PURPOSE_OF, type RunInHand } from "./run-phase.ts";

/**
 * Asks the model that was chosen for the phase under way, and enters the call under the run. An answer that was paid for under the
 * same step of the phase is given again without a call.
 *
 * @throws ModelCallError, or RunEnded when the worker is leaving and would only begin another call
 */
export async function askModel<Output>(inHand: RunInHand, question: Question<Output>): Promise<Output> {
  const { ctx, run, phase, phaseId, signal, leaving, onWaiting } = inHand;
  if (leaving?.aborted) throw new RunEnded();
  const { step, ...asked } = question;
  onWaiting?.(true);
  try {
    const { output } = await callModel(ctx, {
      ...asked,
      stepKey: `phase:${phaseId}:${step}`,
      purpose: PURPOSE_OF[phase],
      projectId: run.projectId,
      episodeId: inHand.episodeId,
      queueId: run.queueId,
      phase,
      signal,
      ...(inHand.userId === null ? {} : { userId: inHand.userId }),
    });
    return output;
  } finally {
    onWaiting?.(false);
  }
}
