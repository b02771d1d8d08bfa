import { Worker } from "node:worker_threads";
import { AppError } from "#platform/errors.ts";
import { threadAnswer } from "#platform/thread-answer.ts";
import type { StructuredSource } from "../structure-source.ts";
import type { SourceFormat } from "./detect-format.ts";

/** 20 MB of Markdown take about 20 seconds of one core, 20 MB of WebVTT five; what takes five minutes was made to take forever. */
const MOST_SECONDS = 300;
/** 20 MB of text make objects of some 400 MB. */
const MOST_MEGABYTES = 1024;

export type ThreadAnswer = { structured: StructuredSource } | { refusal: string };

/**
 * Runs `structureSource` beside the process, so that leases are renewed and pages answered meanwhile, and with an end:
 * five minutes or one gigabyte.
 * Throws `AppError("INVALID")` with a sentence when the text cannot be structured or takes more than that.
 */
export async function structureInThread(
  source: { format: SourceFormat; text: string },
  { mostSeconds = MOST_SECONDS } = {},
): Promise<StructuredSource> {
  const thread = new Worker(new URL("./structure-thread.ts", import.meta.url), {
    workerData: { format: source.format, text: source.text },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const answer = await threadAnswer<ThreadAnswer>(thread, { mostSeconds, tooMuch });
  if ("refusal" in answer) throw new AppError("INVALID", answer.refusal);
  return answer.structured;
}

function tooMuch(): AppError {
  return new AppError(
    "INVALID",
    "Finding the passages in this text took too long, so it was stopped. Split it into smaller files, or save it as plain text, and add those.",
  );
}
