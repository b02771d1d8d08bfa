import { PHASE_NAMES } from "#app/(studio)/_components/run-phases.ts";
import type { getRun } from "#domain/schedule/get-run.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import type { TimelineStep } from "#ui/timeline.tsx";

type Run = Awaited<ReturnType<typeof getRun>>;

const STATES = { RUNNING: "running", DONE: "done", FAILED: "failed" } as const;

/** What each phase is for, said while it has not told more itself. */
const DOES: Record<string, string> = {
  GATHER: "Chooses the passages that come next.",
  OUTLINE: "Puts them in order under headings.",
  WRITE: "Writes the blocks.",
  CHECK: "Holds quotations, links and length against the sources.",
  FINISH: "Renders and stores the episode.",
};

/** A run as steps from its queue row to its publication. */
export function runTimeline(run: Run, zone: string): TimelineStep[] {
  const clock = (at: Date) => formatTime(at, zone, true);
  return [
    { name: "Queued", state: "done", at: clock(run.createdAt) },
    ...PHASE_NAMES.map(([key, name]): TimelineStep => {
      const found = run.phases.find(({ phase }) => phase === key);
      if (!found) return { name, state: "waiting", children: DOES[key] };
      return {
        name,
        state: STATES[found.status],
        at: clock(found.startedAt),
        duration: found.finishedAt
          ? formatDuration(found.finishedAt.getTime() - found.startedAt.getTime())
          : undefined,
        children: found.error ?? (found.attempt > 1 ? `At attempt ${found.attempt}.` : undefined),
      };
    }),
    run.publishedAt
      ? { name: "Published", state: "done", at: clock(run.publishedAt) }
      : { name: "Publish", state: "waiting", children: `At its slot, ${formatInstant(run.slotAt, zone)}.` },
  ];
}
