import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { fingerprintOf, overlap } from "../select/fingerprint.ts";
import { markdownOf } from "./markdown-of.ts";

/** From this share of common wording on a block says what another has said; choosing passages is stricter. */
const SAME = 0.75;

/**
 * The places of the blocks that say what an earlier episode, or an earlier block, has said. A block without an origin tells nothing of
 * the subject: "Next in the sources: …" may well name the same headings as the last episode did, so it is held to its own episode alone.
 */
export function findRepeats(brief: Brief, blocks: readonly DraftBlock[]): number[] {
  const series = new Set(brief.covered.fingerprint);
  const episode = new Set<number>();
  return blocks.flatMap((block, at) => {
    // Recap and recall repeat on purpose.
    if (block.type !== "MARKDOWN" && block.type !== "QUOTE") return [];
    const fingerprint = fingerprintOf(plainTextOf(markdownOf(block)));
    const known = block.origins.length === 0 ? episode : series.union(episode);
    const isRepeat = overlap(fingerprint, known) >= SAME;
    for (const hash of fingerprint) episode.add(hash);
    return isRepeat ? [at] : [];
  });
}
