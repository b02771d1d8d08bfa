import type { Brief } from "../../brief.ts";
import { wordsFor } from "../../reading-time.ts";
import type { WriterOutline } from "../../writer.ts";

/** A call to a model, and what it may at most read and write. */
export interface CallAtMost {
  purpose: "episode.outline" | "episode.write" | "episode.check";
  inputTokens: number;
  outputTokens: number;
}

/** Rules, head, what comes later and what is taken: some 2,000 tokens in English, more where letters count for more. */
const FRAME_TOKENS = 4_000;
/** What a note or a memory adds to a request with its line. */
const WISH_TOKENS = 200;
/** As the requests allow: an answer's own room, and what a word takes in it. */
const SPARE_TOKENS = 6_000;
const TOKENS_PER_WORD = 3;
/** A repair is rarely asked for, and may be. */
const DRAFT_TOKENS_PER_WORD = 2;

/** What the model writer would at most ask for an episode of this outline: the outline, each section, one repair. */
export function mostCalls(brief: Brief, { sections }: WriterOutline): CallAtMost[] {
  const tokensOf = new Map(brief.candidates.map(({ id, tokenCount }) => [id, tokenCount]));
  const tokensIn = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (tokensOf.get(id) ?? 0), 0);
  const frame = FRAME_TOKENS + (brief.notes.length + brief.memories.length) * WISH_TOKENS;
  const words = wordsFor(brief.project.minutes);
  const all = tokensIn(sections.flatMap(({ passageIds }) => passageIds));
  const answer = (about: number) => SPARE_TOKENS + Math.ceil(about * TOKENS_PER_WORD);
  const each = words / Math.max(1, sections.length);
  return [
    {
      purpose: "episode.outline",
      inputTokens: all + frame,
      outputTokens: SPARE_TOKENS + brief.notes.length * WISH_TOKENS,
    },
    ...sections.map(({ passageIds }) => ({
      purpose: "episode.write" as const,
      inputTokens: tokensIn(passageIds) + frame,
      outputTokens: answer(each),
    })),
    {
      purpose: "episode.check",
      inputTokens: all + frame + words * DRAFT_TOKENS_PER_WORD,
      outputTokens: answer(words),
    },
  ];
}
