import type { SteeringNote } from "#domain/planning/steer.ts";
import type { CorrectedPassage, Passage } from "../../brief.ts";
import type { Material } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { clockTime } from "../phrases/clock-time.ts";
import { coverage } from "./answer-question.ts";
import { cleanWords } from "./clean-words.ts";
import { contentOf, stemsOfText } from "./topic.ts";

/** The words that are wrong are quoted up to this length; longer ones would tell the passage again. */
const MOST_WRONG_WORDS = 12;
const MOST_PASSAGES = 3;
/** A passage that nobody has named holds the wrong words and this share of the words that put them right. */
const LEAST_SHARED = 0.5;

type Correcting = Extract<SteeringNote["directive"], { kind: "CORRECT" }>;

/** The passages that say what the note puts right, or why they can't be told. */
export function findCorrected(
  noteId: string,
  directive: Correcting,
  material: Pick<Material, "named" | "passages" | "project">,
): CorrectedPassage[] | string {
  const right = cleanWords(directive.right);
  if (right === "") return "Nothing that can be printed is left of the correction: write it in plain words.";
  const wrong = directive.wrong === null ? "" : cleanWords(directive.wrong);
  const named = (material.named ?? []).filter(({ passage }) => directive.passageIds.includes(passage.id));
  const found = named.length > 0 ? named : search(wrong, right, material);
  const saying = wrong === "" ? [] : found.filter(({ passage }) => saidIn(passage, wrong) !== null);
  const passages = (saying.length > 0 ? saying : found).slice(0, MOST_PASSAGES);
  if (passages.length === 0) {
    return directive.passageIds.length > 0
      ? "The passage that it corrects is no longer in the sources."
      : "The sources do not say it in these words. Mark the words in an episode, and send the correction from there.";
  }
  return passages.map(({ passage, toldIn }) => ({
    noteId,
    passageId: passage.id,
    sourceTitle: passage.sourceTitle,
    place: placeOf(passage, wrong),
    said: wrong === "" || countOf(wrong) > MOST_WRONG_WORDS ? null : saidIn(passage, wrong),
    right,
    toldIn,
  }));
}

function search(wrong: string, right: string, { passages, project }: Pick<Material, "passages" | "project">) {
  if (wrong === "") return [];
  const weights = Object.fromEntries(contentOf(right, project.language).map((stem) => [stem, 1]));
  const shares = passages
    .filter((passage) => saidIn(passage, wrong) !== null)
    .map((passage) => ({
      passage,
      toldIn: null,
      share: coverage(weights, stemsOfText(textOf(passage), [project.language])),
    }));
  const best = shares.toSorted((a, b) => b.share - a.share)[0];
  return best !== undefined && best.share >= LEAST_SHARED ? [best] : [];
}

/** The words as they stand in the passage, whatever their capitals; null where they do not. */
export function saidIn(passage: Passage, words: string): string | null {
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").exec(textOf(passage));
  return found === null ? null : found[0].replace(/\s+/g, " ");
}

function textOf({ turns, format, text }: Passage): string {
  if (turns.length > 0) return turns.map((turn) => turn.text).join("\n");
  return format === "TEXT" ? text : plainTextOf(text);
}

/** The innermost heading, or who says it and when. */
function placeOf(passage: Passage, wrong: string): string | null {
  const { turns, headingPath } = passage;
  const turn =
    turns.find(({ text }) => wrong !== "" && text.toLowerCase().includes(wrong.toLowerCase())) ?? turns[0];
  if (turn === undefined) return headingPath.at(-1) ?? null;
  const time = turn.startMs === null ? [] : [clockTime(turn.startMs)];
  const parts = [...(turn.speaker === null ? [] : [turn.speaker]), ...time];
  return parts.length === 0 ? null : parts.join(", ");
}

function countOf(words: string): number {
  return words.split(/\s+/).length;
}
