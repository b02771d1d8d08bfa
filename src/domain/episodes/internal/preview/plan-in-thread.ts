import { Worker } from "node:worker_threads";
import type { SteeringNote } from "#domain/planning/steer.ts";
import { AppError } from "#platform/errors.ts";
import { threadAnswer } from "#platform/thread-answer.ts";
import type { Material } from "../../writer.ts";
import type { PlannedPair } from "./plan-episode.ts";

/** The most that a project holds takes two seconds; nobody looks at a page for longer. */
const MOST_SECONDS = 20;
const MOST_MEGABYTES = 512;

/**
 * Runs `planWithAndWithout` beside the process, so that other pages are answered meanwhile, and with an end.
 *
 * @throws AppError NOT_NOW with a sentence when it takes longer than that
 */
export async function planInThread(
  work: { material: Material; note: SteeringNote },
  { mostSeconds = MOST_SECONDS } = {},
): Promise<PlannedPair> {
  const thread = new Worker(new URL("./plan-thread.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return threadAnswer<PlannedPair>(thread, { mostSeconds, tooMuch });
}

function tooMuch(): AppError {
  return new AppError(
    "NOT_NOW",
    "Trying the note out took too long, so it was stopped. The note is not touched by that; try again when less is going on.",
  );
}
