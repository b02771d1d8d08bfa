import { PHASE_NAMES, type StoredPhase } from "#app/(studio)/_components/run-phases.ts";
import { formatPlural } from "#ui/format/format-count.ts";

type Expected = Readonly<Record<StoredPhase["phase"], number>>;

/** A phase that takes longer than expected is taken to need at least this share of that still. */
const LEAST_SHARE_LEFT = 0.1;
const LONG_MS = 10 * 60_000;
const FINE_MS = 90_000;

/** Milliseconds until the episode is written, from what each phase takes otherwise (in seconds) and what is done. */
export function timeLeft(stored: readonly StoredPhase[], expected: Expected, now: Date): number {
  return PHASE_NAMES.reduce((sum, [name]) => {
    const phase = stored.find((each) => each.phase === name);
    if (phase?.status === "DONE") return sum;
    const usual = expected[name] * 1000;
    if (phase?.status !== "RUNNING") return sum + usual;
    const taken = now.getTime() - phase.startedAt.getTime();
    return sum + Math.max(usual - taken, usual * LEAST_SHARE_LEFT);
  }, 0);
}

/** Rounds as an estimate should be told: `about 40 s left`, `about 4 minutes left`. */
export function sayTimeLeft(milliseconds: number): string {
  if (milliseconds < 5_000) return "a few seconds left";
  if (milliseconds < FINE_MS) return `about ${Math.ceil(milliseconds / 5_000) * 5} s left`;
  const minutes = milliseconds / 60_000;
  const rounded = milliseconds < LONG_MS ? Math.round(minutes) : Math.round(minutes / 5) * 5;
  return `about ${formatPlural(Math.max(rounded, 2), "minute")} left`;
}
