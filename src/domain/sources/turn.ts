/** What one speaker said without being interrupted. Times in milliseconds from the start of the recording. */
export interface Turn {
  speaker: string | null;
  startMs: number;
  endMs: number;
  text: string;
  /** Where in `text` each cue begins, so that a part of a long turn keeps its own times. */
  marks: CueMark[];
}

export interface CueMark {
  offset: number;
  startMs: number;
  endMs: number;
}

/** A piece of a cue in one voice; `text` may still hold line breaks. */
export interface Utterance {
  speaker: string | null;
  startMs: number;
  endMs: number;
  text: string;
  /** A dash or ">>" said that somebody else begins to speak here, even if not who. */
  startsTurn: boolean;
}
