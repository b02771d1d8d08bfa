import { formatDate } from "#ui/format/format-date.ts";
import { formatInstant, formatTime } from "#ui/format/format-instant.ts";
import type { NoteOnPage } from "./load-note.ts";

interface WaitingNote extends Pick<NoteOnPage, "status" | "attention" | "scope" | "untilDate"> {
  isMerged: boolean;
  isStopped: boolean;
}

/** What the project is doing now. */
export interface ProjectNow {
  /** The episode that is being written, from what was known then; null while none is. */
  frozen: { number: number; at: Date } | null;
  nextSlotAt: Date | null;
  zone: string;
}

const LOOKS: Record<NonNullable<NoteOnPage["attention"]>, string> = {
  CONTRADICTION:
    "An editor looks at it first, because another note asks for the opposite. Both wait until one of them is chosen.",
  CORRECTION:
    "An editor looks at it first, because a correction is printed word for word beside the passage that it puts right.",
  SCHEDULE: "An editor looks at it, because it is about when episodes come, which no writer can change.",
  UNCLEAR:
    "An editor looks at it first, because the writer of this series can’t do it by itself as it is understood. Say it in other words, and it may need no editor.",
};

/** What a note waits for, in plain words; nothing for one that waits for nothing. */
export function sayWaiting(note: WaitingNote, { frozen, nextSlotAt, zone }: ProjectNow): string[] {
  const { status, attention, isMerged } = note;
  if (status === "PLANNED") return ["It is in the brief of the episode that is being written now."];
  if (status !== "RECEIVED" && status !== "UNDERSTOOD") return sayStanding(note);
  if (isMerged)
    return [
      "It asks for the same as an earlier note, and goes with it: what becomes of that one becomes of both.",
    ];
  if (status === "RECEIVED")
    return ["It is being read. That takes a few seconds, and this page says so by itself."];
  if (attention) return [LOOKS[attention]];
  if (frozen) {
    const { number, at } = frozen;
    return [
      `Episode ${number} is being written from what was known at ${formatTime(at, zone)}; this counts for episode ${number + 1}.`,
    ];
  }
  const when = nextSlotAt ? ` It is due ${formatInstant(nextSlotAt, zone)}.` : "";
  return [`It is planned for the next episode that is begun.${when}`];
}

/** A note that was used and goes on counting says so. */
function sayStanding({ status, scope, untilDate, isStopped }: WaitingNote): string[] {
  if (isStopped || scope === "NEXT_EPISODE" || status === "DECLINED" || status === "WITHDRAWN") return [];
  return [
    scope === "UNTIL_DATE" && untilDate
      ? `It counts for every episode until ${formatDate(untilDate, "medium")}.`
      : "It counts for every episode from now on.",
  ];
}
