import type { NoteClaim, NoteVerdict, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "./brief.ts";
import { judgeAnswer } from "./internal/judge/judge-answer.ts";
import { judgeLength, judgeQuotations, judgeStart } from "./internal/judge/judge-form.ts";
import { judgeTopic } from "./internal/judge/judge-topic.ts";
import { type JudgedDraft, type Measured, readDraft } from "./internal/judge/measured.ts";
import { findUncorrected } from "./internal/steer/place-corrections.ts";
import type { Draft } from "./writer.ts";

const NO_REASON = "The writer did not say what it did about it.";

/**
 * What became of each note of a brief in a draft, whoever wrote it: what the writer claims to have honoured is measured, and what code can't
 * confirm is not used. Topics by their share of the words, length by words, quotations by their number, the source to begin with by
 * the first passage, an answer by the words that are quoted, a correction by where it stands. Of tone code can tell nothing: there the writer's
 * word makes a note used in part.
 */
export function judgeNotes(brief: Brief, draft: Draft): NoteVerdict[] {
  const judged = readDraft(brief, draft);
  return brief.notes.map((note) => {
    const claim = draft.notes.find(({ noteId }) => noteId === note.id);
    return { noteId: note.id, ...judge(note, claim ?? forgotten(note.id), judged) };
  });
}

/** The claim for a note of which the writer said nothing. */
function forgotten(noteId: string): NoteClaim {
  return { noteId, isHonoured: false, reason: NO_REASON };
}

function judge(note: SteeringNote, claim: NoteClaim, judged: JudgedDraft): Measured {
  // Corrections are printed by code, whatever a writer says.
  if (note.directive.kind === "CORRECT") return judgeCorrection(note, claim, judged);
  if (!claim.isHonoured) return notUsed(claim.reason ?? NO_REASON);
  const measured = measure(note, judged);
  // A writer that says what is missing knows better than any measure.
  if (measured.outcome !== "USED" || claim.reason === null) return measured;
  return { ...measured, outcome: "PARTLY_USED", reason: claim.reason };
}

function measure(note: SteeringNote, judged: JudgedDraft): Measured {
  switch (note.directive.kind) {
    case "MORE_OF":
    case "LESS_OF":
    case "SKIP":
      return judgeTopic(note, judged);
    case "SHORTER":
    case "LONGER":
      return judgeLength(note, judged);
    case "MORE_QUOTATIONS":
      return judgeQuotations(note, judged);
    case "START_FROM":
      return judgeStart(note, judged);
    case "ANSWER":
      return judgeAnswer(note, judged);
    case "TONE":
      return {
        outcome: "PARTLY_USED",
        reason: "The writer says that it followed it. Tone is not something that can be measured.",
        measure: null,
        blocks: [],
      };
    case "CORRECT":
    case "SCHEDULE":
    case "OTHER":
      return notUsed("Nobody can tell from the episode whether it was done.");
  }
}

/** The correction is printed, and every passage that it puts right has one beside it. */
function judgeCorrection(note: SteeringNote, claim: NoteClaim, judged: JudgedDraft): Measured {
  const { brief, draft, corrections } = judged;
  const blocks = [...corrections].flatMap(([at, noteId]) => (noteId === note.id ? [at] : []));
  const cant = brief.steering?.cant[note.id];
  if (blocks.length === 0)
    return notUsed(cant ?? claim.reason ?? "The episode does not print the correction.");
  if (findUncorrected(brief, draft.blocks).length > 0)
    return notUsed("A passage stands in the episode without its correction.");
  return { outcome: "USED", reason: "The episode prints the correction.", measure: null, blocks };
}

function notUsed(reason: string): Measured {
  return { outcome: "NOT_USED", reason, measure: null, blocks: [] };
}
