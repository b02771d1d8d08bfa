import type { Brief } from "./brief.ts";
import { markdownOf } from "./internal/check/markdown-of.ts";
import { countWords } from "./internal/document/excerpt-document.ts";
import { plainTextOf } from "./internal/document/plain-text.ts";
import { fingerprintOf } from "./internal/select/fingerprint.ts";
import type { Draft, FinishedEpisode } from "./writer.ts";

/** With fewer samples, common turns of phrase would count as repetition. */
const LEAST_SAMPLES = 4;

/**
 * What is measured of an episode by itself, as shares of its words from 0 to 1: how much of what it says earlier episodes have said in the
 * same words (recap and recall repeat on purpose and are left out), and how much of it stands in blocks that name a passage.
 */
export function measureHealth(brief: Brief, { blocks }: Draft): FinishedEpisode["health"] {
  const known = new Set(brief.covered.fingerprint);
  const texts = blocks.map((block) => ({ block, plain: plainTextOf(markdownOf(block)) }));
  const said = texts.flatMap(({ block, plain }) =>
    block.type === "RECAP" || block.type === "RECALL" ? [] : fingerprintOf(plain),
  );
  const count = (of: typeof texts) => of.reduce((sum, { plain }) => sum + countWords(plain), 0);
  const cited = texts.filter(({ block }) => block.origins.some(({ kind }) => kind === "PASSAGE"));
  return {
    repeatedShare:
      said.length < LEAST_SAMPLES ? 0 : said.filter((hash) => known.has(hash)).length / said.length,
    citedShare: count(cited) / Math.max(1, count(texts)),
  };
}
