import type { Turn, Utterance } from "../turn.ts";

/** Without names a pause is the only sign that a thought has ended; people breathe for less than this. */
const PAUSE_MS = 2000;

/** Joins what one speaker says in a row into turns, in order of time; empty utterances vanish. */
export function mergeTurns(utterances: Utterance[]): Turn[] {
  const turns: Turn[] = [];
  for (const utterance of utterances.toSorted((a, b) => a.startMs - b.startMs)) {
    const text = utterance.text.replace(/\s+/g, " ").trim();
    if (text === "") continue;
    const { speaker, startMs } = utterance;
    const endMs = Math.max(startMs, utterance.endMs);
    const turn = turns.at(-1);
    if (turn === undefined || !continues(turn, utterance)) {
      turns.push({ speaker, startMs, endMs, text, marks: [{ offset: 0, startMs, endMs }] });
      continue;
    }
    turn.marks.push({ offset: turn.text.length + 1, startMs, endMs });
    turn.text += ` ${text}`;
    turn.endMs = Math.max(turn.endMs, endMs);
  }
  return turns;
}

function continues(turn: Turn, next: Utterance): boolean {
  if (turn.speaker !== next.speaker) return false;
  if (turn.speaker !== null) return true;
  return !next.startsTurn && next.startMs - turn.endMs < PAUSE_MS;
}
