import { PHASE_NAMES } from "#app/(studio)/_components/run-phases.ts";
import { sayLateness } from "#app/(studio)/_components/say-lateness.ts";
import type { getRun } from "#domain/schedule/get-run.ts";
import type { RunCall } from "#domain/usage/list-run-calls.ts";
import type { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import type { TimelineStep } from "#ui/timeline.tsx";
import { PhaseCalls } from "./_components/phase-calls.tsx";
import { sayCost } from "./say-cost.ts";

type Run = Awaited<ReturnType<typeof getRun>>;
type RunUsage = Awaited<ReturnType<typeof listRunUsage>>;

const STATES = { RUNNING: "running", DONE: "done", FAILED: "failed" } as const;

/** What each phase is for, said while it has not told more itself. */
const DOES: Record<string, string> = {
  GATHER: "Chooses the passages that come next.",
  OUTLINE: "Puts them in order under headings.",
  WRITE: "Writes the blocks.",
  CHECK: "Holds quotations, links and length against the sources.",
  FINISH: "Renders and stores the episode.",
};

/** What the phases of a run used, and the calls that were made in them. */
interface Used {
  usage: RunUsage;
  calls: readonly RunCall[];
}

/** A run as steps from its queue row to its publication. */
export function runTimeline(run: Run, { usage, calls }: Used, zone: string): TimelineStep[] {
  const clock = (at: Date) => formatTime(at, zone, true);
  return [
    { name: "Queued", state: "done", at: clock(run.createdAt) },
    ...PHASE_NAMES.map(([key, name]): TimelineStep => {
      const found = run.phases.find(({ phase }) => phase === key);
      if (!found) return { name, state: "waiting", children: DOES[key] };
      const used = usage.find(({ phase }) => phase === key);
      return {
        name,
        state: STATES[found.status],
        at: clock(found.startedAt),
        duration: found.finishedAt
          ? formatDuration(found.finishedAt.getTime() - found.startedAt.getTime())
          : undefined,
        children: (
          <>
            {found.error ? <p>{found.error}</p> : null}
            <p>{sayPhase(found, used)}</p>
            <PhaseCalls calls={calls.filter(({ phase }) => phase === key)} />
          </>
        ),
      };
    }),
    publication(run, zone),
  ];
}

function publication({ publishedAt, slotAt, trigger, finishedAt }: Run, zone: string): TimelineStep {
  if (!publishedAt) {
    const when = finishedAt ? "It ended before." : `At its slot, ${formatInstant(slotAt, zone)}.`;
    return { name: "Publish", state: "waiting", children: when };
  }
  const step = { name: "Published", state: "done", at: formatTime(publishedAt, zone, true) } as const;
  // One that a person asked for is published as soon as it is written: it has no slot to be late for.
  return trigger === "REQUEST"
    ? step
    : { ...step, children: sayLateness(publishedAt.getTime() - slotAt.getTime()) };
}

/** What a phase took, in tokens and money; that it was begun more than once, when it was. */
function sayPhase(
  { startCount }: Run["phases"][number],
  used: RunUsage[number] | undefined,
): string | undefined {
  const parts = [
    startCount > 1 ? `Begun ${startCount} times.` : null,
    used ? `${formatCount(used.tokensRead)} tokens read, ${formatCount(used.tokensWritten)} written` : null,
    used ? sayCost(used) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
