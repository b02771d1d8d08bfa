import type { NoteClaim, SteeringNote } from "#domain/planning/steer.ts";
import type { Brief } from "../../brief.ts";
import { plainLabel, type WishAnswer } from "./answers.ts";
import { labelNotes } from "./label-notes.ts";
import { labelPassages } from "./label-passages.ts";

/** What a writer says that it did about a note, and with which passages. */
export interface PlacedClaim extends NoteClaim {
  passageIds: string[];
}

const LONGEST_REASON = 300;
/** An address in whatever dress, a mark, or a sign that can't be seen: an author reads words. */
const NO_REASON = /:\/\/|www\.|\bmailto:|\bjavascript:|\bdata:|[<>[\]`|\\]|\p{Cf}|\p{Co}/iu;

/**
 * Claims from what a model said of the notes, the first word on each counting. A note that it says it did not honour, with no reason that can
 * be shown to its author, has no claim.
 */
export function readClaims(brief: Brief, answers: readonly WishAnswer[]): PlacedClaim[] {
  const byLabel = labelPassages(brief);
  return [...labelNotes(brief)].flatMap(([label, note]) => {
    const noteId = note.id;
    const settled = settledClaim(brief, note);
    if (settled !== null) return [settled];
    const answer = answers.find(({ note }) => plainLabel(note) === label);
    if (answer === undefined) return [];
    const reason = plainReason(answer.reason);
    if (!answer.honoured && reason === null) return [];
    const passages = answer.passages.flatMap((each) => byLabel.get(plainLabel(each))?.id ?? []);
    return [{ noteId, isHonoured: answer.honoured, reason, passageIds: [...new Set(passages)] }];
  });
}

/** What these sources can't honour, and what code does itself, is for no model to say. */
function settledClaim({ steering }: Brief, { id: noteId, directive }: SteeringNote): PlacedClaim | null {
  const reason = steering?.cant[noteId] ?? null;
  if (reason !== null) return { noteId, isHonoured: false, reason, passageIds: [] };
  return directive.kind === "CORRECT" ? { noteId, isHonoured: true, reason: null, passageIds: [] } : null;
}

function plainReason(text: string): string | null {
  const line = text.replace(/\s+/g, " ").trim();
  const isPlain = /\p{L}{2}/u.test(line) && line.length <= LONGEST_REASON && !NO_REASON.test(line);
  return isPlain ? line : null;
}
