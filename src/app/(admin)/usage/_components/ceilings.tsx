import Link from "next/link";
import type { BudgetInWindow } from "#domain/usage/list-budgets.ts";
import type { CeilingAlert } from "#domain/usage/list-ceiling-alerts.ts";
import { Section } from "#ui/page-header.tsx";
import { CeilingBars } from "./ceiling-bars.tsx";

interface CeilingsProps {
  budgets: readonly BudgetInWindow[];
  heldBy: ReadonlyMap<string, readonly CeilingAlert[]>;
}

/** The ceilings on the overview, with the way to where they are set. */
export function Ceilings({ budgets, heldBy }: CeilingsProps) {
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
        <CeilingBars budgets={budgets} heldBy={heldBy} />
      )}
    </Section>
  );
}
