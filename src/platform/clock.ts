/** Where "now" comes from. Domain code never calls `Date.now()`: it is handed a clock, so that tests can fix it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
