import Link from "next/link";
import type { listQueue } from "#domain/schedule/list-queue.ts";
import { Section } from "#ui/page-header.tsx";
import { CeilingAlerts, type Ceilings } from "./ceiling-alerts.tsx";
import { type NotesInNeed, NotesNeedYou } from "./notes-need-you.tsx";
import { runName } from "./run-name.ts";
import { RunStatus } from "./run-status.tsx";

interface NeedsYouProps {
  runs: Awaited<ReturnType<typeof listQueue>>["runs"];
  /** The ceilings that are near, reached, or hold runs. */
  ceilings: Ceilings;
  notes: NotesInNeed;
  now: Date;
}

const RUNS_SHOWN = 5;

/** What stands still until somebody decides, the ceilings that are near, and the notes that wait; absent when there is nothing. */
export function NeedsYou({ runs, ceilings, notes, now }: NeedsYouProps) {
  const inNeed = runs.length + ceilings.alerts.length + notes.projects.length + notes.proposals.length;
  if (inNeed === 0) return null;
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
        <CeilingAlerts {...ceilings} />
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
        <NotesNeedYou {...notes} />
      </ul>
    </Section>
  );
}
