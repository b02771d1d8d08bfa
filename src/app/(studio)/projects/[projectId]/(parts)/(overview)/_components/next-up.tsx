import Link from "next/link";
import { WriteNowButton } from "#app/(studio)/_components/run-buttons.tsx";
import { runName } from "#app/(studio)/_components/run-name.ts";
import { runPhases, type StoredPhase } from "#app/(studio)/_components/run-phases.ts";
import { RunStatus } from "#app/(studio)/_components/run-status.tsx";
import type { listQueue } from "#domain/schedule/list-queue.ts";
import { ButtonLink } from "#ui/button.tsx";
import { formatInstant } from "#ui/format/format-instant.ts";
import { Phases } from "#ui/phases.tsx";
import { When } from "#ui/when.tsx";

type Run = Awaited<ReturnType<typeof listQueue>>["runs"][number];

interface NextUpProps {
  projectId: string;
  runs: readonly Run[];
  /** The one that is being written, phase by phase. */
  writing: { id: string; phases: readonly StoredPhase[] } | null;
  nextSlotAt: Date | null;
  zone: string;
  now: Date;
  hasSources: boolean;
}

/** What the project is at: runs under way or in trouble, else when the next one comes. */
export function NextUp({ projectId, runs, writing, nextSlotAt, zone, now, hasSources }: NextUpProps) {
  return (
    <section aria-label="Next" className="mb-8 border-y border-line">
      {runs.map((run) => (
        <div key={run.id} className="border-b border-line py-4 last:border-0">
          <RunStatus run={run} zone={zone} now={now} />
          <p className="title mt-0.5 text-xl">
            <Link href={`/projects/${projectId}/runs/${run.id}`} className="no-underline hover:underline">
              {runName(run)}
            </Link>
          </p>
          <p className="text-sm text-soft">
            {run.trigger === "REQUEST" ? "Asked for" : "Due"} {formatInstant(run.slotAt, zone)}
            {run.reason ? ` · ${run.reason}` : ""}
          </p>
          {writing?.id === run.id ? (
            <div className="mt-4">
              <Phases label="How far it is" phases={runPhases(writing.phases)} />
            </div>
          ) : null}
        </div>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-4 py-4">
        <p>
          {nextSlotAt ? (
            <>
              <span className="text-soft">Next slot </span>
              {formatInstant(nextSlotAt, zone)}
              <span className="text-soft">
                {" "}
                · <When at={nextSlotAt} zone={zone} now={now} />
              </span>
            </>
          ) : (
            <span className="text-soft">No slot is to come.</span>
          )}
        </p>
        {hasSources ? (
          <WriteNowButton projectId={projectId} tone={runs.length === 0 ? "primary" : "plain"} />
        ) : (
          <ButtonLink tone="primary" href={`/projects/${projectId}/sources`}>
            Add something to write from
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
