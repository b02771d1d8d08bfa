import type { FullBudget } from "../../reserve-usage.ts";
import { sayDollars } from "../../say-dollars.ts";

const NAMES = { DAY: "daily budget", MONTH: "monthly budget", EPISODE: "budget for one episode" } as const;
const TURNS = { DAY: "when the day is over or ", MONTH: "when the month is over or ", EPISODE: "" } as const;

/** Why a call was not made, with the amounts, and what lets it go on. */
export function describeFullBudget(budget: FullBudget): string {
  const { window, projectId, ceilingNanos, spentNanos, reservedNanos, neededNanos } = budget;
  const whose = projectId === null ? "organisation" : "project";
  const aside = reservedNanos > 0n ? `, ${sayDollars(reservedNanos)} are set aside for calls under way` : "";
  return (
    `The ${NAMES[window]} of the ${whose} has no room: of ${sayDollars(ceilingNanos)}, ${sayDollars(spentNanos)} are spent${aside}, and the next call ` +
    `may cost ${sayDollars(neededNanos)}. It goes on by itself ${TURNS[window]}when the budget is raised.`
  );
}
