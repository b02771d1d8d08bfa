import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { fingerprintOf, overlap } from "../select/fingerprint.ts";
import { wordingOf } from "../select/wording.ts";
import { correctionReader } from "../steer/print-correction.ts";
import { markdownOf } from "./markdown-of.ts";
import { wordsOf } from "./rests-on.ts";

/** From this share of common wording on a block says what another has said; choosing passages is stricter. */
const SAME = 0.75;
/** The same for a text that exchanges words here and there, of which less is left. */
const NEARLY_SAME = 0.5;
/** With fewer samples (some thirty words) a common subject would count as repetition. */
const LEAST_SAMPLES = 6;

/** The places of the blocks that say what an earlier episode, or an earlier block, has said, also in slightly other words. */
export function findRepeats(brief: Brief, blocks: readonly DraftBlock[]): number[] {
  const known = new Set(brief.covered.fingerprint);
  const knownWording = new Set(brief.covered.wording);
  const isCorrection = correctionReader(brief);
  return blocks.flatMap((block, at) => {
    // Recap and recall repeat on purpose, and a correction says what was said.
    if ((block.type !== "MARKDOWN" && block.type !== "QUOTE") || isCorrection(block) !== null) return [];
    const plain = plainTextOf(markdownOf(block));
    const fingerprint = fingerprintOf(plain);
    const isRepeat = overlap(fingerprint, known) >= SAME || isNearRepeat(brief, block, plain, knownWording);
    for (const hash of fingerprint) known.add(hash);
    for (const hash of wordingOf(plain)) knownWording.add(hash);
    return isRepeat ? [at] : [];
  });
}

/**
 * What stands in a fresh passage in these words is the passage's own, however much it is like another: whether a passage says anything
 * new was decided when it was chosen, by comparing it with each text and not with all at once.
 */
function isNearRepeat(brief: Brief, block: DraftBlock, plain: string, known: ReadonlySet<number>): boolean {
  const wording = wordingOf(plain);
  if (wording.length < LEAST_SAMPLES) return false;
  const shareIn = (hashes: ReadonlySet<number>) =>
    wording.filter((hash) => hashes.has(hash)).length / wording.length;
  if (shareIn(known) < NEARLY_SAME) return false;
  const ids = new Set(
    block.origins.flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : [])),
  );
  const passages = brief.candidates.filter(({ id }) => ids.has(id));
  return shareIn(new Set(passages.flatMap((passage) => wordingOf(wordsOf(passage))))) < SAME;
}
