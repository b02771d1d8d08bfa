import type { NoteVerdict } from "#domain/planning/steer.ts";
import type { Brief, SteeredTopic } from "../../brief.ts";
import type { Draft } from "../../writer.ts";
import { markdownOf } from "../check/markdown-of.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { correctionReader } from "../steer/print-correction.ts";
import { contentOf, languagesOf, type ReadSentence, readSentences } from "../steer/topic.ts";

/** What code found of one note, before it is weighed against the writer's claim. */
export type Measured = Omit<NoteVerdict, "noteId">;

/** A draft as notes are judged by it. */
export interface JudgedDraft {
  brief: Brief;
  draft: Draft;
  languages: readonly string[];
  /** The sentences of each block that tells something; recap, questions, corrections and what leads over repeat or promise, and have none. */
  sentences: ReadSentence[][];
  /** The corrections that code has printed, by the place of their block. */
  corrections: ReadonlyMap<number, string>;
}

export function readDraft(brief: Brief, draft: Draft): JudgedDraft {
  const languages = languagesOf(
    brief.project.language,
    brief.candidates.map(({ language }) => language),
  );
  const correctionOf = correctionReader(brief);
  const corrections = new Map(
    draft.blocks.flatMap((block, at) => {
      const corrected = correctionOf(block);
      return corrected === null ? [] : [[at, corrected.noteId] as const];
    }),
  );
  const sentences = draft.blocks.map((block, at) => {
    const tells = block.type === "MARKDOWN" || block.type === "QUOTE" || block.type === "SCENARIO";
    const rests = block.origins.some(({ kind }) => kind === "PASSAGE");
    return tells && rests && !corrections.has(at)
      ? readSentences(plainTextOf(markdownOf(block)), languages)
      : [];
  });
  return { brief, draft, languages, sentences, corrections };
}

/** What the topic of a note is told by: as it was settled with the brief; in a brief of an earlier version, by all of its terms. */
export function topicOf(
  noteId: string,
  terms: readonly string[],
  { brief, languages }: JudgedDraft,
): SteeredTopic {
  const known = brief.steering?.topics[noteId];
  if (known !== undefined) return known;
  const stems = languages.flatMap((language) => terms.map((term) => contentOf(term, language)));
  return { stems, inSources: 0 };
}

/** The blocks that name the note as what they are there for. */
export function blocksFor(noteId: string, { draft }: JudgedDraft): number[] {
  return draft.blocks.flatMap(({ origins }, at) =>
    origins.some((origin) => origin.kind === "NOTE" && origin.noteId === noteId) ? [at] : [],
  );
}

/** "7 %", "0.4 %". */
function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toFixed(1) : Math.round(value)} %`;
}

/** "7 %" and "3 %"; with a digit more where they would read alike. */
export function percents(one: number, other: number): [string, string] {
  if (one === other || percent(one) !== percent(other)) return [percent(one), percent(other)];
  return [`${(one * 100).toFixed(2)} %`, `${(other * 100).toFixed(2)} %`];
}
