import Link from "next/link";
import type { ComingSlot } from "#domain/schedule/list-coming-slots.ts";
import { formatInstant } from "#ui/format/format-instant.ts";
import { Pill } from "#ui/pill.tsx";
import { When } from "#ui/when.tsx";

interface ComingSlotsProps {
  slots: readonly ComingSlot[];
  now: Date;
  mayOpenRuns: boolean;
}

/** The next slots of all projects. */
export function ComingSlots({ slots, now, mayOpenRuns }: ComingSlotsProps) {
  if (slots.length === 0)
    return <p className="text-soft">No slot is to come: no project has a cadence that goes on.</p>;
  return (
    <ul className="border-t border-line">
      {slots.map(({ projectId, projectTitle, slotAt, timeZone, run }) => (
        <li key={`${projectId} ${slotAt.toISOString()}`} className="border-b border-line py-2.5">
          <Link
            href={
              run && mayOpenRuns ? `/projects/${projectId}/runs/${run.queueId}` : `/projects/${projectId}`
            }
            className="no-underline hover:underline"
          >
            {projectTitle}
          </Link>
          <p className="flex flex-wrap justify-between gap-x-4 text-sm text-soft">
            <span>
              {formatInstant(slotAt, timeZone)} · <When at={slotAt} zone={timeZone} now={now} />
            </span>
            {run?.status === "PENDING" || run?.status === "RETRYING" ? <Pill>In the queue</Pill> : null}
            {run?.status === "GENERATING" ? <Pill tone="run">Writing</Pill> : null}
            {run?.status === "READY" ? <Pill tone="good">Ready</Pill> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
