import Link from "next/link";
import type { CeilingAlert } from "#domain/usage/list-ceiling-alerts.ts";
import type { listHeldRuns } from "#domain/usage/list-held-runs.ts";
import { Section } from "#ui/page-header.tsx";
import { When } from "#ui/when.tsx";

interface HeldRunsProps {
  runs: Awaited<ReturnType<typeof listHeldRuns>>;
  heldBy: ReadonlyMap<string, readonly CeilingAlert[]>;
  zone: string;
  now: Date;
}

/** Who waits for money now, and for what; absent when nobody does. */
export function HeldRuns({ runs, heldBy, zone, now }: HeldRunsProps) {
  if (runs.length === 0) return null;
  return (
    <Section title="Held now">
      <ul aria-label="Held now" className="border-t border-line">
        {runs.map((run) => (
          <li key={run.id} className="border-b border-line py-3">
            <p>
              <Link className="link" href={`/projects/${run.projectId}/runs/${run.id}`}>
                {run.projectTitle}, {run.occurrenceKey}
              </Link>
              {run.heldAt ? (
                <span className="text-sm text-soft">
                  {" "}
                  · held <When at={run.heldAt} zone={zone} now={now} />
                </span>
              ) : null}
            </p>
            <p className="max-w-[65ch] text-soft">
              {run.reason}
              {run.holdKind === "BUDGET" && !heldBy.has(run.id)
                ? " There is room again: it goes on within seconds."
                : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
