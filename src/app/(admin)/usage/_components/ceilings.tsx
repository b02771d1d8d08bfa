import Link from "next/link";
import type { BudgetInWindow } from "#domain/usage/list-budgets.ts";
import { type BudgetBar, BudgetBars } from "#ui/budget-bars.tsx";
import { Section } from "#ui/page-header.tsx";
import { Pill } from "#ui/pill.tsx";

const WINDOWS = { DAY: "day", MONTH: "month", EPISODE: "an episode" } as const;

/** The ceilings in their present windows, and what they will come to. */
export function Ceilings({ budgets }: { budgets: readonly BudgetInWindow[] }) {
  return (
    <Section
      title="Ceilings"
      aside={
        <Link className="link" href="/usage/budgets">
          {budgets.length === 0 ? "Set one" : "Change"}
        </Link>
      }
    >
      {budgets.length === 0 ? (
        <p className="border-y border-line py-4 text-soft">
          None is set, so nothing holds a run back, whatever it costs.
        </p>
      ) : (
        <BudgetBars label="Ceilings" bars={budgets.map(toBar)} />
      )}
    </Section>
  );
}

function toBar({ id, projectId, projectTitle, window, state, isHard, ...budget }: BudgetInWindow): BudgetBar {
  const whose = projectId === null ? "Organisation" : (projectTitle ?? "A project");
  return {
    ...budget,
    key: id,
    name: `${whose}, ${WINDOWS[window]}`,
    note: <State state={state} isHard={isHard} />,
  };
}

/** A hard ceiling holds runs once it is reached; a soft one only tells. */
function State({ state, isHard }: Pick<BudgetInWindow, "state" | "isHard">) {
  if (state === "REACHED") return <Pill tone="bad">{isHard ? "reached, runs are held" : "reached"}</Pill>;
  if (state === "NEAR") return <Pill tone="warn">near</Pill>;
  return isHard ? null : <Pill>soft</Pill>;
}
