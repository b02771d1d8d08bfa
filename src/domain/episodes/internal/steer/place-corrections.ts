import type { Brief } from "../../brief.ts";
import type { DraftBlock } from "../../writer.ts";
import { correctionReader, correctionsOf, printCorrection } from "./print-correction.ts";

/**
 * Puts corrections beside what they correct: after each stretch of blocks that tells such a passage. Those of this brief whose passage is not
 * told here stand first, after the recap, and don't make it one that was told. Questions about a corrected passage are left out: their answers would be the wrong ones.
 */
export function placeCorrections(brief: Brief, blocks: readonly DraftBlock[]): DraftBlock[] {
  const corrections = correctionsOf(brief);
  if (corrections.length === 0) return [...blocks];
  const isPrinted = correctionReader(brief);
  const corrected = new Set(corrections.map(({ passageId }) => passageId));
  const kept = blocks.filter(
    (block) =>
      isPrinted(block) === null &&
      !(
        (block.type === "RECALL" || block.type === "SCENARIO") &&
        passagesOf(block).some((id) => corrected.has(id))
      ),
  );
  const placed = new Set<string>();
  const beside = kept.flatMap((block, at) => {
    const next = new Set(passagesOf(kept[at + 1]));
    const ended = new Set(passagesOf(block).filter((id) => !next.has(id)));
    const due = corrections.filter(({ passageId }) => ended.has(passageId));
    for (const { noteId } of due) placed.add(noteId);
    return [block, ...due.map((each) => printCorrection(each, brief))];
  });
  const rest = new Map(
    (brief.steering?.corrected ?? [])
      .filter(({ noteId }) => !placed.has(noteId))
      .map((each) => [each.noteId, each]),
  );
  const first = [...rest.values()].map((each) => printCorrection(each, brief, { isBeside: false }));
  const recaps = beside.findIndex(({ type }) => type !== "RECAP");
  return recaps === -1 ? [...beside, ...first] : beside.toSpliced(recaps, 0, ...first);
}

/** The blocks that tell a corrected passage and have no correction after them, by their places. */
export function findUncorrected(brief: Brief, blocks: readonly DraftBlock[]): number[] {
  const corrections = correctionsOf(brief);
  if (corrections.length === 0) return [];
  const isPrinted = correctionReader(brief);
  const printed = blocks.map(isPrinted);
  return blocks.flatMap((block, at) => {
    if (printed[at] !== null) return [];
    const due = corrections.filter(({ passageId }) => passagesOf(block).includes(passageId));
    const isBeside = ({ noteId, passageId }: (typeof due)[number]) => {
      let next = at + 1;
      while (printed[next] === null && passagesOf(blocks[next]).includes(passageId)) next++;
      for (; printed[next] !== null && printed[next] !== undefined; next++) {
        if (printed[next]?.noteId === noteId && printed[next]?.passageId === passageId) return true;
      }
      return false;
    };
    return due.every(isBeside) ? [] : [at];
  });
}

function passagesOf(block: DraftBlock | undefined): string[] {
  return (block?.origins ?? []).flatMap((origin) => (origin.kind === "PASSAGE" ? [origin.passageId] : []));
}
