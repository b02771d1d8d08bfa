import type { TaskName } from "./registry.ts";

/** Only a ticker: the queue library knows UTC alone. When something is due, the database's rows decide. */
const EVERY_MINUTE: readonly TaskName[] = ["tick_cadences", "roll_up_usage", "tell_budgets"];
const EVERY_HOUR: readonly TaskName[] = ["remove_expired"];

/** In crontab's notation. A tick that was missed is not caught up: the next one sees all that is due. */
export const crontab = [
  ...EVERY_MINUTE.map((task) => `* * * * * ${task} ?max=1&jobKey=${task}`),
  ...EVERY_HOUR.map((task) => `17 * * * * ${task} ?max=1&jobKey=${task}`),
].join("\n");
