import type { PhaseName } from "#platform/db/generated/enums.ts";
import { quantile } from "./internal/quantile.ts";

/** What one run took, in seconds. A phase or a wait that says nothing of how long it takes (tried again, held) is not in it. */
export interface MeasuredRun {
  /** From when the run could be taken to when a worker took it. */
  waitSeconds: number | null;
  phaseSeconds: Partial<Record<PhaseName, number>>;
}

/** What a writer usually takes, in seconds: assumed until enough was measured. */
export interface UsualSeconds {
  wait: number;
  phases: Readonly<Record<PhaseName, number>>;
}

export interface LeadTime {
  leadSeconds: number;
  /** How many runs it rests on; 0 while it is assumed. */
  learntFrom: number;
}

/** One phase in twenty may take longer; all five at once seldom do, so that the sum is on the safe side. */
const HIGH_QUANTILE = 0.95;
const MARGIN = 1.5;
/** What is due waits for the next tick of the minute before it can be taken. */
const TICK_SECONDS = 60;
/** Until so many runs were measured, what is usual counts where it is longer. */
const ENOUGH_RUNS = 5;
export const LEAD_FLOOR_SECONDS = 120;
/** An episode that is written longer before its slot knows too little of what was added since. */
export const LEAD_CEILING_SECONDS = 6 * 3600;
const ROUND_TO_SECONDS = 60;

/**
 * How long before its slot an episode must be begun to be ready in time: of each phase and of the wait for a worker a high quantile of
 * what was measured, together and with a margin, rounded up to minutes. Never less for longer durations, and within a floor and a ceiling.
 */
export function leadTime(runs: readonly MeasuredRun[], usual: UsualSeconds): LeadTime {
  const waits = runs.flatMap(({ waitSeconds }) => waitSeconds ?? []);
  const phases = phaseNames(usual).map((phase) => atMost(measuredOf(runs, phase), usual.phases[phase]));
  const needed = [...phases, atMost(waits, usual.wait)].reduce((sum, each) => sum + each, 0);
  const seconds = Math.ceil((MARGIN * needed + TICK_SECONDS) / ROUND_TO_SECONDS) * ROUND_TO_SECONDS;
  return {
    leadSeconds: Math.min(LEAD_CEILING_SECONDS, Math.max(LEAD_FLOOR_SECONDS, seconds)),
    learntFrom: runs.filter(({ phaseSeconds }) => Object.keys(phaseSeconds).length > 0).length,
  };
}

/** What each phase takes more often than not: half of the measured ones were quicker. */
export function medianPhases(runs: readonly MeasuredRun[], usual: UsualSeconds): Record<PhaseName, number> {
  const expected = phaseNames(usual).map((phase) => {
    const measured = measuredOf(runs, phase);
    return [phase, measured.length === 0 ? usual.phases[phase] : quantile(measured, 0.5)] as const;
  });
  // Made of the keys of a whole record.
  return Object.fromEntries(expected) as Record<PhaseName, number>;
}

function measuredOf(runs: readonly MeasuredRun[], phase: PhaseName): number[] {
  return runs.flatMap(({ phaseSeconds }) => phaseSeconds[phase] ?? []);
}

/** What is hardly ever taken longer than. */
function atMost(measured: readonly number[], usual: number): number {
  if (measured.length === 0) return usual;
  const high = quantile(measured, HIGH_QUANTILE);
  return measured.length < ENOUGH_RUNS ? Math.max(usual, high) : high;
}

function phaseNames({ phases }: UsualSeconds): PhaseName[] {
  return Object.keys(phases) as PhaseName[];
}
