import type { SteeringNote } from "#domain/planning/steer.ts";
import { draftWords } from "../../check-draft.ts";
import { minutesFor, wordsFor } from "../../reading-time.ts";
import { blocksFor, type JudgedDraft, type Measured } from "./measured.ts";

/** An episode is shorter or longer when it leaves the usual length by this part; one passage more or less is none. */
const CLEAR_PART = 0.1;
/** More quotations are this many times as many. */
const MORE = 1.2;

/** Measures the words of a draft against those of the project's usual minutes. */
export function judgeLength({ directive }: SteeringNote, { brief, draft }: JudgedDraft): Measured {
  const usual = brief.steering?.usual.minutes ?? brief.project.minutes;
  const words = draftWords(draft);
  const change = words / wordsFor(usual) - 1;
  const gain = directive.kind === "SHORTER" ? -change : change;
  const measure = { name: "minutes", before: usual, after: minutesFor(words) };
  const said = `${words} words, where ${usual} minutes are ${wordsFor(usual)}.`;
  if (gain >= CLEAR_PART) return { outcome: "USED", reason: said, measure, blocks: [] };
  if (gain > 0) return { outcome: "PARTLY_USED", reason: `Only a little: ${said}`, measure, blocks: [] };
  const reason = `It did not become ${directive.kind === "SHORTER" ? "shorter" : "longer"}: ${said}`;
  return { outcome: "NOT_USED", reason, measure, blocks: [] };
}

/**
 * Counts the quotations that are set apart, for a thousand words, against the mean of the last three episodes; of a note that stands for longer,
 * of the three before the first that had it.
 */
export function judgeQuotations({ id, isStanding }: SteeringNote, judged: JudgedDraft): Measured {
  const { brief, draft } = judged;
  const quotations = draft.blocks.flatMap(({ type }, at) => (type === "QUOTE" ? [at] : []));
  const after = (quotations.length * 1000) / Math.max(1, draftWords(draft));
  const before = brief.steering?.quotationsBefore[id] ?? brief.steering?.usual.quotations ?? 0;
  const measure = { name: "quotations for a thousand words", before, after };
  const said = `${after.toFixed(1)} quotations for a thousand words, ${before.toFixed(1)} before${isStanding ? " anybody asked" : ""}.`;
  const named = blocksFor(id, judged).filter((at) => quotations.includes(at));
  const blocks = named.length > 0 ? named : quotations;
  if (after > 0 && after >= before * MORE) return { outcome: "USED", reason: said, measure, blocks };
  if (after > before) return { outcome: "PARTLY_USED", reason: `Only a few more: ${said}`, measure, blocks };
  return { outcome: "NOT_USED", reason: `There are not more of them: ${said}`, measure, blocks: [] };
}

/** Looks from which source the first passage is; what answers a question or corrects stands apart and does not count. */
export function judgeStart({ id, directive }: SteeringNote, judged: JudgedDraft): Measured {
  if (directive.kind !== "START_FROM") throw new TypeError("The note names no source to start from.");
  const { brief, draft, corrections } = judged;
  const sources = new Map(brief.candidates.map(({ id: passageId, sourceId }) => [passageId, sourceId]));
  const apart = new Set(
    brief.notes.filter((note) => note.directive.kind === "ANSWER").map((note) => note.id),
  );
  const first = draft.blocks.findIndex(
    ({ origins }, at) =>
      !corrections.has(at) &&
      origins.some((origin) => origin.kind === "PASSAGE") &&
      !origins.some((origin) => origin.kind === "NOTE" && apart.has(origin.noteId)),
  );
  const [passage] = (draft.blocks[first]?.origins ?? []).filter((origin) => origin.kind === "PASSAGE");
  const isIt = passage !== undefined && sources.get(passage.passageId) === directive.sourceId;
  if (!isIt)
    return {
      outcome: "NOT_USED",
      reason: "The episode begins with another source.",
      measure: null,
      blocks: [],
    };
  return {
    outcome: "USED",
    reason: "The episode begins with it.",
    measure: null,
    blocks: [...new Set([first, ...blocksFor(id, judged)])],
  };
}
