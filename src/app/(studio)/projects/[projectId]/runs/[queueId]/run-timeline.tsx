import { PHASE_NAMES } from "#app/(studio)/_components/run-phases.ts";
import type { getRun } from "#domain/schedule/get-run.ts";
import type { listRunUsage } from "#domain/usage/list-run-usage.ts";
import { formatCount } from "#ui/format/format-count.ts";
import { formatDuration } from "#ui/format/format-duration.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import { formatMoney } from "#ui/format/format-money.ts";
import type { TimelineStep } from "#ui/timeline.tsx";

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

/** A run as steps from its queue row to its publication. */
export function runTimeline(run: Run, usage: RunUsage, zone: string): TimelineStep[] {
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
        children:
          found.error ??
          sayPhase(
            found.attempt,
            usage.find(({ phase }) => phase === key),
          ),
      };
    }),
    run.publishedAt
      ? { name: "Published", state: "done", at: clock(run.publishedAt) }
      : { name: "Publish", state: "waiting", children: `At its slot, ${formatInstant(run.slotAt, zone)}.` },
  ];
}

/** What a phase took, in tokens and money; that it was not the first attempt, when it was not. */
function sayPhase(attempt: number, used: RunUsage[number] | undefined): string | undefined {
  const parts = [
    attempt > 1 ? `At attempt ${attempt}.` : null,
    used ? `${formatCount(used.tokensRead)} tokens read, ${formatCount(used.tokensWritten)} written` : null,
    used && used.costNanos > 0n ? formatMoney(used.costNanos) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : undefined;
}
