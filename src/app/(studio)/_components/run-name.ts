import { formatDate } from "#ui/format/format-date.ts";

interface NamedRun {
  occurrenceKey: string;
  trigger: "CADENCE" | "REQUEST";
  episode: { title: string | null } | null;
}

/** What to call a run: the title of its episode once there is one, before that what it is for. */
export function runName({ occurrenceKey, trigger, episode }: NamedRun): string {
  if (episode?.title) return episode.title;
  return trigger === "REQUEST" ? "The episode asked for" : `The episode for ${formatDate(occurrenceKey)}`;
}
