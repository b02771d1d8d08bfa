import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { fingerprintOf, overlap } from "../select/fingerprint.ts";
import { markdownOf } from "./markdown-of.ts";

/** From this share of common wording on a block says what another has said; choosing passages is stricter. */
const SAME = 0.75;

/** The places of the blocks that say what an earlier episode, or an earlier block, has said. */
export function findRepeats(brief: Brief, blocks: readonly DraftBlock[]): number[] {
  const known = new Set(brief.covered.fingerprint);
  return blocks.flatMap((block, at) => {
    // Recap and recall repeat on purpose.
    if (block.type !== "MARKDOWN" && block.type !== "QUOTE") return [];
    const fingerprint = fingerprintOf(plainTextOf(markdownOf(block)));
    const isRepeat = overlap(fingerprint, known) >= SAME;
    for (const hash of fingerprint) known.add(hash);
    return isRepeat ? [at] : [];
  });
}
