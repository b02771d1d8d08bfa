import Link from "next/link";
import type { listQueue } from "#domain/schedule/list-queue.ts";
import { Section } from "#ui/page-header.tsx";
import { runName } from "./run-name.ts";
import { RunStatus } from "./run-status.tsx";

interface NeedsYouProps {
  runs: Awaited<ReturnType<typeof listQueue>>["runs"];
  now: Date;
}

const RUNS_SHOWN = 5;

/** What stands still until somebody decides; absent when nothing does. */
export function NeedsYou({ runs, now }: NeedsYouProps) {
  if (runs.length === 0) return null;
  return (
    <Section
      title="Needs you"
      aside={
        runs.length > RUNS_SHOWN ? (
          <Link className="link" href="/queue?view=attention">
            All {runs.length}
          </Link>
        ) : null
      }
    >
      <ul className="border-t border-line">
        {runs.slice(0, RUNS_SHOWN).map((run) => (
          <li key={run.id} className="border-b border-line py-3">
            <RunStatus run={run} zone={run.timeZone} now={now} />
            <p>
              <Link className="link" href={`/projects/${run.projectId}/runs/${run.id}`}>
                {runName(run)}
              </Link>
            </p>
            <p className="max-w-[65ch] text-soft">
              {run.projectTitle} · {run.reason}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
