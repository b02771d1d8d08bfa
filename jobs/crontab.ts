import type { TaskName } from "./registry.ts";

/** Only a ticker: the queue library knows UTC alone. When something is due, the database's rows decide. */
const EVERY_MINUTE: readonly TaskName[] = ["tick_cadences", "roll_up_usage", "tell_budgets"];
const EVERY_HOUR: readonly TaskName[] = ["remove_expired"];

const EVERY_WEEK: readonly TaskName[] = ["reconcile_usage"];

/**
 * In crontab's notation. A tick that was missed is not caught up, for the next one sees all that is due; but what runs once a week is made
 * up for at the next start.
 */
export const crontab = [
  ...EVERY_MINUTE.map((task) => `* * * * * ${task} ?max=1&jobKey=${task}`),
  ...EVERY_HOUR.map((task) => `17 * * * * ${task} ?max=1&jobKey=${task}`),
  ...EVERY_WEEK.map((task) => `23 4 * * 1 ${task} ?max=1&jobKey=${task}&fill=1w`),
].join("\n");
