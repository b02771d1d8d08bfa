const QUARTER = 15 * 60_000;

/** Dates on the wall of a zone by the runtime's own zone data, which is not the database's. */
export interface LocalDays {
  dateOf(instant: number): string;
  /** The instants at which a date begins there. */
  midnights: number[];
}

/** Every zone's clock changes on a quarter of an hour, so that one answer serves for all of it. */
export function localDays(zone: string, { from, until }: { from: number; until: number }): LocalDays {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const known = new Map<number, string>();
  const dateOf = (instant: number): string => {
    const quarter = Math.floor(instant / QUARTER);
    const date = known.get(quarter) ?? format.format(quarter * QUARTER);
    known.set(quarter, date);
    return date;
  };
  const midnights: number[] = [];
  for (let at = from; at < until; at += QUARTER) {
    if (dateOf(at) !== dateOf(at - QUARTER)) midnights.push(at);
  }
  return { dateOf, midnights };
}
