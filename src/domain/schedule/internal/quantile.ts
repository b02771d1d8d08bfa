/**
 * The quantile of a sample at `share` (0 to 1) by the median-unbiased estimator, type 8 of Hyndman & Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), which they recommend where nothing is known of the distribution. Of a
 * small sample, a high quantile is its largest value.
 *
 * @throws RangeError for an empty sample
 */
export function quantile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const place = (sorted.length + 1 / 3) * share + 1 / 3;
  const below = sorted[clamp(Math.floor(place), sorted.length) - 1];
  const above = sorted[clamp(Math.floor(place) + 1, sorted.length) - 1];
  if (below === undefined || above === undefined) throw new RangeError("an empty sample has no quantile");
  return below + (place - Math.floor(place)) * (above - below);
}

function clamp(place: number, last: number): number {
  return Math.min(Math.max(place, 1), last);
}
