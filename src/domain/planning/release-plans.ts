import type { TxCtx } from "#platform/context.ts";
import { lockNotesOfRun } from "./internal/notes/lock-notes-of-run.ts";
import { releaseFromRuns } from "./internal/notes/release-from-runs.ts";

/** Gives all notes of a run back, for its brief is dropped: those that still apply are planned with the next one. The run is locked. */
export async function releasePlans(ctx: TxCtx, { queueId }: { queueId: string }): Promise<void> {
  await lockNotesOfRun(ctx, queueId);
  await releaseFromRuns(ctx, [queueId]);
}
