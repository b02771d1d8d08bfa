import type { Brief } from "./brief.ts";
import { draftWords } from "./check-draft.ts";
import { findContinuity } from "./find-continuity.ts";
import { markdownOf } from "./internal/check/markdown-of.ts";
import { creditVerdicts } from "./internal/judge/credit-verdicts.ts";
import { renderBlock } from "./internal/write/render-block.ts";
import { judgeNotes } from "./judge-notes.ts";
import { measureHealth } from "./measure-health.ts";
import { minutesFor } from "./reading-time.ts";
import type { Draft, FinishedBlock, FinishedEpisode } from "./writer.ts";

/** Makes of a checked draft what is stored: every block rendered and sanitised once, the words counted, the notes judged. */
export function finishDraft(brief: Brief, draft: Draft): FinishedEpisode {
  const links = new Set(brief.links);
  const notes = judgeNotes(brief, draft);
  const blocks = creditVerdicts(draft, notes).map(
    (block): FinishedBlock => ({
      type: block.type,
      markdown: markdownOf(block),
      ...renderBlock(block, links),
      origins: block.origins,
    }),
  );
  const wordCount = draftWords(draft);
  return {
    title: draft.title,
    dek: draft.dek,
    wordCount,
    minutes: minutesFor(wordCount),
    blocks,
    notes,
    continuity: findContinuity(brief, draft, notes),
    health: measureHealth(brief, draft),
  };
}
