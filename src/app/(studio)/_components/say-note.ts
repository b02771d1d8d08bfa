import type { NoteAttention, NoteIntent, NoteScope, NoteStatus } from "#domain/planning/note-states.ts";
import { formatPlural } from "#ui/format/format-count.ts";
import { formatDate } from "#ui/format/format-date.ts";
import type { Tone } from "#ui/pill.tsx";

/** What pages call what a note is meant as. */
export const INTENT_WORDS: Record<NoteIntent, string> = {
  MORE_OF: "More of",
  LESS_OF: "Less of",
  CORRECT: "Correction",
  ASK: "Question",
  TONE: "Tone",
  LENGTH: "Length",
  SCHEDULE: "Schedule",
  OTHER: "Something else",
};

export const SCOPE_WORDS: Record<NoteScope, string> = {
  NEXT_EPISODE: "Next episode",
  UNTIL_DATE: "Until a date",
  ALWAYS: "Every episode",
};

export const STATUS_WORDS: Record<NoteStatus, string> = {
  RECEIVED: "Received",
  UNDERSTOOD: "Understood",
  PLANNED: "Planned",
  USED: "Used",
  PARTLY_USED: "Partly used",
  DECLINED: "Declined",
  WITHDRAWN: "Withdrawn",
};

export const STATUS_TONES: Record<NoteStatus, Tone> = {
  RECEIVED: "neutral",
  UNDERSTOOD: "neutral",
  PLANNED: "run",
  USED: "good",
  PARTLY_USED: "warn",
  DECLINED: "bad",
  WITHDRAWN: "neutral",
};

/** Why a note waits for an editor: in few words, and what to do about it. */
export const ATTENTION_WORDS: Record<NoteAttention, { name: string; todo: string }> = {
  CONTRADICTION: {
    name: "Contradiction",
    todo: "Another note asks for the opposite. Choose between the two.",
  },
  CORRECTION: {
    name: "Correction",
    todo: "A reader corrects a fact, and it would be printed word for word. Accept it or decline it.",
  },
  SCHEDULE: {
    name: "Schedule",
    todo: "It is about when episodes come. Change the cadence and mark it done, or decline it.",
  },
  UNCLEAR: {
    name: "Unclear",
    todo: "No writer here can do it as it is understood. Say what is meant, or decline it.",
  },
};

/** What a note is meant as, with its topic: `More of: clock change, time zones`. Null until it is understood. */
export function sayIntent(intent: NoteIntent | null, terms: readonly string[]): string | null {
  if (!intent) return null;
  return terms.length > 0 ? `${INTENT_WORDS[intent]}: ${terms.join(", ")}` : INTENT_WORDS[intent];
}

/** For how long a note counts: `Next episode`, `Until Thu 3 Dec 2026`, `Every episode`; a stopped one says so. */
export function sayScope(scope: NoteScope, untilDate: string | null, isStopped = false): string {
  const words =
    scope === "UNTIL_DATE" && untilDate ? `Until ${formatDate(untilDate, "medium")}` : SCOPE_WORDS[scope];
  return isStopped ? `${words}, stopped` : words;
}

/** Who else asks for it: `3 people ask for this`; nothing for one. */
export function sayVotes(votes: number): string | null {
  return votes > 1 ? `${formatPlural(votes, "person", "people")} ask for this` : null;
}
