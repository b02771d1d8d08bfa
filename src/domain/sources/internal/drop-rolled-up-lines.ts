import type { Cue } from "webvtt-parser";

/** Two cues this close follow each other without a gap. */
const TOUCHING_SECONDS = 0.1;

/**
 * Automatic captions roll up: each cue shows the line before once more, above the new one. Drops the repeated lines.
 * Only captions with times inside their cues (`<00:00:01.500>`) are touched, because people do say things twice.
 */
export function dropRolledUpLines(cues: Cue[]): Cue[] {
  if (!cues.some((cue) => cue.tree.children.some((node) => node.type === "timestamp"))) return cues;
  let previous: { lines: string[]; endTime: number } | null = null;
  const kept: Cue[] = [];
  for (const cue of cues) {
    const lines = wordsOf(cue)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const isTouching = previous !== null && cue.startTime - previous.endTime < TOUCHING_SECONDS;
    const shown = isTouching && previous !== null ? previous.lines : [];
    const fresh = lines.slice(overlap(shown, lines));
    if (fresh.length > 0)
      kept.push({ ...cue, tree: { children: [{ type: "text", value: fresh.join("\n") }] } });
    previous = { lines, endTime: cue.endTime };
  }
  return kept;
}

/** The most lines that end `before` and begin `after`. */
function overlap(before: string[], after: string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count--) {
    if (before.slice(-count).every((line, at) => line === after[at])) return count;
  }
  return 0;
}

function wordsOf(cue: Cue): string {
  const words = (nodes: Cue["tree"]["children"]): string =>
    nodes.map((node) => (node.type === "text" ? String(node.value) : words(node.children ?? []))).join("");
  return words(cue.tree.children);
}
