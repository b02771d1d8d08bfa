import type { NoteStatus } from "#platform/db/generated/client.ts";
import { canMoveNote } from "../../note-states.ts";

const WHY: Partial<Record<NoteStatus, string>> = {
  PLANNED: "It is in the brief of an episode that is being written. Wait until that is finished.",
  USED: "It is used already.",
  PARTLY_USED: "It is used already, in part.",
  DECLINED: "It is declined already.",
  WITHDRAWN: "Its author has withdrawn it.",
};

/** Why a note can't be changed any more; null while it waits. */
export function whyNotWaiting({ status }: { status: NoteStatus }): string | null {
  return canMoveNote(status, "WITHDRAWN") ? null : (WHY[status] ?? "It does not wait any more.");
}
