import { may } from "#domain/people/permissions.ts";
import type { Actor } from "#platform/context.ts";
import type { NoteAttention, NoteScope, NoteStatus } from "#platform/db/generated/client.ts";
import { isWaiting } from "../../note-states.ts";

interface NoteInQuestion {
  status: NoteStatus;
  scope: NoteScope;
  attention: NoteAttention | null;
  mergedIntoId: string | null;
  stoppedAt: Date | null;
  settledById: string | null;
  isMine: boolean;
}

/** What whoever asks may do with a note now; the verbs decide, this is for the page. */
export function whatMayBeDone(note: NoteInQuestion, actor: Actor) {
  const { status, isMine } = note;
  const waits = isWaiting(status);
  const isLead = note.mergedIntoId === null;
  const settles = may(actor, "note.settle");
  const isOver =
    note.stoppedAt !== null || note.settledById !== null || status === "DECLINED" || status === "WITHDRAWN";
  return {
    change: isMine && waits,
    withdraw: isMine && waits,
    /** Put right how it is understood. */
    correct: (isMine || settles) && status === "UNDERSTOOD" && isLead,
    stop: (isMine || settles) && isLead && note.scope !== "NEXT_EPISODE" && !isOver,
    settle: settles && waits && isLead,
    accept: settles && waits && isLead && (note.attention === "CORRECTION" || note.attention === "UNCLEAR"),
    reopen: settles && isLead && (status === "DECLINED" || (status === "USED" && note.settledById !== null)),
    /** Take it out of the note that it is merged into. */
    part: (isMine || settles) && waits && !isLead,
  };
}
