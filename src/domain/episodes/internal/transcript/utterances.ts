import type { Turn } from "../../brief.ts";
import { isBackchannel } from "./speech-lexicon.ts";

/** What one speaker said in one go: their consecutive turns, across others' "mm-hmm". */
export interface Utterance {
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
  /** The words as they stand in the turns, joined by single blanks. */
  text: string;
}

/**
 * Joins the turns of a passage into utterances. A subtitle file cuts a sentence into several cues, and a listener's
 * "yeah" cuts it into several turns; neither ends what the speaker is saying.
 */
export function utterancesOf(turns: readonly Turn[]): Utterance[] {
  const utterances: Utterance[] = [];
  for (const turn of turns) {
    const text = turn.text.replace(/\s+/g, " ").trim();
    if (text === "") continue;
    const last = utterances.at(-1);
    if (last !== undefined && last.speaker === turn.speaker) {
      last.text += ` ${text}`;
      last.endMs = turn.endMs ?? last.endMs;
    } else if (!isBackchannel(text)) {
      utterances.push({ speaker: turn.speaker, startMs: turn.startMs, endMs: turn.endMs, text });
    }
  }
  return utterances;
}
