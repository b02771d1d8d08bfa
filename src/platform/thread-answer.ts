import { once } from "node:events";
import type { Worker } from "node:worker_threads";

interface Patience {
  mostSeconds: number;
  /** What is thrown when the thread takes longer, or more memory than it was given. */
  tooMuch(): Error;
}

/** Waits for the first message of a thread and ends it, whatever comes. */
export async function threadAnswer<Answer>(
  thread: Worker,
  { mostSeconds, tooMuch }: Patience,
): Promise<Answer> {
  try {
    const [answer] = await once(thread, "message", { signal: AbortSignal.timeout(mostSeconds * 1000) });
    return answer as Answer;
  } catch (error) {
    throw isTooMuch(error) ? tooMuch() : error;
  } finally {
    await thread.terminate();
  }
}

function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY");
}
