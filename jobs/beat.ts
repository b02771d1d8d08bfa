import type { Logger } from "pino";

export interface Beat {
  name: string;
  everySeconds: number;
  /** One round. It is never started twice at once; an error is logged and the next round comes in its time. */
  run(): Promise<void>;
}

/**
 * Duties that can't wait for the queue library's minute, nor for its four hours after a crash: every worker does them by itself, and
 * each is a statement that any number of workers may run at once. Answers with a function that stops them and waits for the last round.
 */
export function startBeats(beats: readonly Beat[], log: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const loops = beats.map((beat) => keepTime(beat, stopping.signal, log));
  return async () => {
    stopping.abort();
    await Promise.all(loops);
  };
}

async function keepTime(beat: Beat, stopping: AbortSignal, log: Logger): Promise<void> {
  while (!stopping.aborted) {
    try {
      await beat.run();
    } catch (error) {
      log.error({ beat: beat.name, err: error }, "a beat failed");
    }
    await rest(beat.everySeconds * 1_000, stopping);
  }
}

function rest(milliseconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stopping.addEventListener("abort", done);
  });
}
