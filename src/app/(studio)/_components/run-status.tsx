import type { QueueStatus } from "#domain/schedule/states.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import { Pill, type Tone } from "#ui/pill.tsx";

interface RunStatusProps {
  run: {
    status: QueueStatus;
    slotAt: Date;
    availableAt: Date;
    publishedAt: Date | null;
    cancelRequestedAt: Date | null;
  };
  zone: string;
  now: Date;
}

const TONES: Record<QueueStatus, Tone> = {
  PENDING: "neutral",
  GENERATING: "run",
  RETRYING: "warn",
  READY: "good",
  PUBLISHED: "good",
  HELD: "warn",
  FAILED: "bad",
  QUARANTINED: "bad",
  SKIPPED: "neutral",
  CANCELLED: "neutral",
};

/** What a run is at, in words. */
export function RunStatus({ run, zone, now }: RunStatusProps) {
  return <Pill tone={TONES[run.status]}>{say(run, zone, now)}</Pill>;
}

function say(run: RunStatusProps["run"], zone: string, now: Date): string {
  switch (run.status) {
    case "PENDING":
      return run.availableAt > now
        ? `Planned, begins ${formatInstant(run.availableAt, zone)}`
        : "About to be written";
    case "GENERATING":
      return run.cancelRequestedAt ? "Stopping" : "Writing now";
    case "RETRYING":
      return run.availableAt > now
        ? `Tries again at ${formatTime(run.availableAt, zone, true)}`
        : "Tries again";
    case "READY":
      return run.slotAt > now ? `Ready for ${formatInstant(run.slotAt, zone)}` : "Ready, being published";
    case "PUBLISHED":
      return run.publishedAt ? `Published ${formatTime(run.publishedAt, zone, true)}` : "Published";
    case "HELD":
      return "Held";
    case "FAILED":
      return "Failed";
    case "QUARANTINED":
      return "Put aside";
    case "SKIPPED":
      return "Skipped";
    case "CANCELLED":
      return "Cancelled";
  }
}
