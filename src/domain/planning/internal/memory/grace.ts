import { addDays, subDays } from "date-fns";

/** What was forgotten can be taken back within these days. */
const DAYS_OF_GRACE = 30;

export function endOfGrace(forgottenAt: Date): Date {
  return addDays(forgottenAt, DAYS_OF_GRACE);
}

/** What was forgotten before this instant is gone for good. */
export function startOfGrace(now: Date): Date {
  return subDays(now, DAYS_OF_GRACE);
}
