import { setTimeout as sleep } from "node:timers/promises";
import type { Supervision } from "./supervise.ts";

const SECONDS_TO_WAIT = 90;

/**
 * Asks `/api/ready` until it says yes; `report` hears what is still missing.
 *
 * @throws Error when a program ends meanwhile, or the wait is longer than a minute and a half.
 */
export async function waitUntilReady(
  origin: string,
  supervision: Supervision,
  report: (waitsFor: string) => void,
): Promise<void> {
  let ended: string | undefined;
  void supervision.gaveUp.then((name) => {
    ended = name;
  });
  let waitsFor = "web";
  for (let tries = 0; tries < SECONDS_TO_WAIT * 5; tries += 1) {
    if (ended) throw new Error(`The ${ended} process does not start; its log says why.`);
    const answer = await fetch(`${origin}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    if (answer) waitsFor = await whatIsMissing(answer);
    report(`waiting for ${waitsFor}`);
    await sleep(200);
  }
  throw new Error(`Episodic is not ready after ${SECONDS_TO_WAIT} seconds: it waits for ${waitsFor}.`);
}

async function whatIsMissing(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { checks?: Record<string, { isGood: boolean }> };
  const missing = Object.entries(body.checks ?? {}).filter(([, check]) => !check.isGood);
  return missing.map(([name]) => name).join(", ") || "web";
}
