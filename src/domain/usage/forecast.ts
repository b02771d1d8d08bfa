/** What a window has cost, what its days usually cost, and what is still to come in it. Money in nano-dollars. */
export interface ForecastFacts {
  /** The window so far. */
  spentNanos: bigint;
  /** The days of the window that are not over, the present one first: local dates. */
  daysLeft: readonly string[];
  /** How much of the present day is still to come, from 0 to 1. */
  restOfToday: number;
  /** What complete days cost beside the writing of episodes: consecutive local dates, from the first use on. */
  history: readonly { date: string; nanos: bigint }[];
  /** The episodes that will be written before the window ends, with what such episodes cost lately. */
  slots: readonly { count: number; costs: readonly bigint[] }[];
}

/** What a window will have cost when it ends: nine times in ten between low and high. Null: it is too early to say. */
export interface Forecast {
  lowNanos: bigint;
  midNanos: bigint;
  highNanos: bigint;
}

const FEWEST_DAYS = 3;
/** So many days' weight has the mean of all days in that of a weekday: a weekday seen once says little. */
const PRIOR_DAYS = 2;
/** Nine of ten results of a normal distribution lie so many standard deviations around its mean. */
const SPREAD = 1.645;

/**
 * Foretells what a window will have cost by its end. What is certain to come is counted, what is not is extrapolated:
 *
 * - episodes: the coming slots of the cadences × the mean cost of the latest episodes of the same kind;
 * - everything else: each day left costs what its weekday cost on average, a mean that is shrunk towards that of all days (empirical
 *   Bayes with a fixed prior weight), the present day in proportion to what is left of it.
 *
 * The range is the normal approximation of the sum: the variances of days and episodes, and those of their means, which shrink as the
 * history grows. It is cut below at what is spent already, so it narrows as the days go by and closes when the window ends.
 *
 * @returns null without three days of history, or when slots are to come and nothing is known of what an episode costs
 */
export function forecast(facts: ForecastFacts): Forecast | null {
  const { spentNanos, slots } = facts;
  const due = slots.filter(({ count }) => count > 0);
  if (facts.history.length < FEWEST_DAYS || due.some(({ costs }) => costs.length === 0)) return null;
  const parts = [restOfDays(facts), ...due.map(costOfSlots)];
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const spread = SPREAD * Math.sqrt(parts.reduce((sum, part) => sum + part.variance, 0));
  return {
    lowNanos: spentNanos + toNanos(mean - spread),
    midNanos: spentNanos + toNanos(mean),
    highNanos: spentNanos + toNanos(mean + spread),
  };
}

interface Estimate {
  mean: number;
  variance: number;
}

function restOfDays({ history, daysLeft, restOfToday }: ForecastFacts): Estimate {
  const all = history.map(({ nanos }) => Number(nanos));
  const { mean, variance } = sample(all);
  const expected = new Map(
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => {
      const same = history.filter(({ date }) => weekdayOf(date) === weekday);
      const sum = same.reduce((total, { nanos }) => total + Number(nanos), 0);
      return [weekday, (sum + PRIOR_DAYS * mean) / (same.length + PRIOR_DAYS)];
    }),
  );
  const shares = daysLeft.map((date, index) => ({ date, share: index === 0 ? restOfToday : 1 }));
  const days = shares.reduce((sum, { share }) => sum + share, 0);
  return {
    mean: shares.reduce((sum, { date, share }) => sum + share * (expected.get(weekdayOf(date)) ?? mean), 0),
    variance: days * variance + (days * days * variance) / all.length,
  };
}

function costOfSlots({ count, costs }: { count: number; costs: readonly bigint[] }): Estimate {
  const { mean, variance } = sample(costs.map(Number));
  return { mean: count * mean, variance: count * variance + (count * count * variance) / costs.length };
}

/** Mean and unbiased variance of what was seen. */
function sample(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

/** Local dates are plain dates: in UTC each has its weekday. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Nothing that is to come costs less than nothing. */
function toNanos(amount: number): bigint {
  return amount > 0 ? BigInt(Math.round(amount)) : 0n;
}
