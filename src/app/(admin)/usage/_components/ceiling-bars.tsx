import type { BudgetInWindow } from "#domain/usage/list-budgets.ts";
import type { CeilingAlert } from "#domain/usage/list-ceiling-alerts.ts";
import { BudgetBars } from "#ui/budget-bars.tsx";
import { Pill } from "#ui/pill.tsx";

const WINDOWS = { DAY: "day", MONTH: "month", EPISODE: "an episode" } as const;

interface CeilingBarsProps {
  budgets: readonly BudgetInWindow[];
  /** The ceilings that hold each run. */
  heldBy: ReadonlyMap<string, readonly CeilingAlert[]>;
  hrefOf?: (budget: BudgetInWindow) => string;
}

/** The ceilings in their present windows, what they will come to, and how many runs each holds. */
export function CeilingBars({ budgets, heldBy, hrefOf }: CeilingBarsProps) {
  const holds = (id: string) =>
    [...heldBy.values()].filter((by) => by.some((alert) => alert.id === id)).length;
  return (
    <BudgetBars
      label="Ceilings"
      bars={budgets.map((budget) => ({
        ...budget,
        key: budget.id,
        name: nameOf(budget),
        note: <State {...budget} held={holds(budget.id)} />,
        href: hrefOf?.(budget),
      }))}
    />
  );
}

/** `Organisation, month`, `Quay, an episode`. */
function nameOf({ projectId, projectTitle, window }: BudgetInWindow): string {
  return `${projectId === null ? "Organisation" : (projectTitle ?? "A project")}, ${WINDOWS[window]}`;
}

/** A hard ceiling holds runs that do not fit; a soft one only tells. */
function State({ state, isHard, window, held }: BudgetInWindow & { held: number }) {
  if (held > 0) return <Pill tone="bad">holds {held === 1 ? "a run" : `${held} runs`}</Pill>;
  if (window === "EPISODE") return <Pill>{isHard ? "dearest of 30 days" : "soft, dearest of 30 days"}</Pill>;
  if (state === "REACHED")
    return <Pill tone={isHard ? "bad" : "warn"}>{isHard ? "reached" : "reached, soft"}</Pill>;
  if (state === "NEAR") return <Pill tone="warn">{isHard ? "near" : "near, soft"}</Pill>;
  return isHard ? null : <Pill>soft</Pill>;
}
