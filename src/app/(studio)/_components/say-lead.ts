import { formatPlural } from "#ui/format/format-count.ts";
import { formatDuration } from "#ui/format/format-duration.ts";

interface Lead {
  leadSeconds: number;
  leadLearntFrom: number;
}

/** How long before its slots a project's episodes are begun, and what that rests on. */
export function sayLead({ leadSeconds, leadLearntFrom }: Lead): string {
  const why =
    leadLearntFrom === 0
      ? "assumed until the first episode was measured"
      : `learnt from ${formatPlural(leadLearntFrom, "episode")}`;
  return `Writing begins about ${sayLength(leadSeconds)} before each slot (${why}).`;
}

function sayLength(seconds: number): string {
  return seconds < 3600 ? formatPlural(Math.round(seconds / 60), "minute") : formatDuration(seconds * 1000);
}
