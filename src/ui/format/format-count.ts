const grouped = new Intl.NumberFormat("en-GB");
const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** A count with its thousands grouped: `4,210,338`. */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** A count in few characters, for axes and figures: `4.21M`. */
export function formatCompact(count: number): string {
  return compact.format(count);
}

/** A count with its noun in the right number: `1 episode`, `3 episodes`, `2 replies` given the plural. */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${grouped.format(count)} ${count === 1 ? one : many}`;
}
