/** So many episodes stand on each side of a comparison. */
export const TREND_EPISODES = 5;

/** A figure of a series, with how it was before. */
export interface Trend {
  /** Over the last five; null where nothing was measured. */
  now: number | null;
  /** Over the five before; null until there are so many. */
  before: number | null;
  /** Each of the last ten, the oldest first; null where one has nothing to measure. */
  each: (number | null)[];
}

/** A part of a whole that one episode brings: `part` of `whole`. An episode with a `whole` of 0 says nothing. */
export interface Measured {
  part: number;
  whole: number;
}

/** The last five against the five before, each weighed by what it measures. `measured` comes with the newest first. */
export function trendOf(measured: readonly Measured[]): Trend {
  const shareOf = (some: readonly Measured[]) => {
    const whole = some.reduce((sum, one) => sum + one.whole, 0);
    return whole === 0 ? null : some.reduce((sum, one) => sum + one.part, 0) / whole;
  };
  const before = measured.slice(TREND_EPISODES, 2 * TREND_EPISODES);
  return {
    now: shareOf(measured.slice(0, TREND_EPISODES)),
    before: before.length < TREND_EPISODES ? null : shareOf(before),
    each: measured
      .slice(0, 2 * TREND_EPISODES)
      .map((one) => shareOf([one]))
      .toReversed(),
  };
}
