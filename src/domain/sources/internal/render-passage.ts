import { z } from "zod";
import type { ChunkUnit } from "./chunk-units.ts";

/** What one speaker says inside a chunk. Times in milliseconds from the start of the recording. */
export const PassageTurn = z.object({
  speaker: z.string().nullable(),
  startMs: z.number(),
  endMs: z.number(),
  text: z.string(),
});
export type PassageTurn = z.infer<typeof PassageTurn>;

export interface Passage {
  /** Blocks with a blank line between them; of a transcript, turns as lines of "Speaker: words". */
  text: string;
  headingPath: string[];
  turns: PassageTurn[] | null;
  startMs: number | null;
  endMs: number | null;
}

/** Writes a run of units as one passage. */
export function renderPassage(units: ChunkUnit[]): Passage {
  const blocks = Map.groupBy(units, (unit) => unit.block);
  const headingPath = units[0]?.headingPath ?? [];
  const turns = [...blocks.values()].flatMap(toTurn);
  if (turns.length === 0) {
    const text = [...blocks.values()].map(renderBlock).join("\n\n");
    return { text, headingPath, turns: null, startMs: null, endMs: null };
  }
  return {
    text: turns.map(renderTurn).join("\n"),
    headingPath,
    turns,
    startMs: Math.min(...turns.map((turn) => turn.startMs)),
    endMs: Math.max(...turns.map((turn) => turn.endMs)),
  };
}

/** A turn as a line of text: the speaker, if known, and the words. */
export function renderTurn({ speaker, text }: { speaker: string | null; text: string }): string {
  return speaker === null ? text : `${speaker}: ${text}`;
}

function renderBlock(units: ChunkUnit[]): string {
  const { open, close } = units[0]?.frame ?? { open: "", close: "" };
  const body = units.map((unit) => unit.text).join("");
  // Inside code the first line's indentation means something; only blank lines around it go.
  return open + body.replace(/^(?:[^\S\n]*\n)+|\s+$/g, "") + close;
}

function toTurn(units: ChunkUnit[]): PassageTurn[] {
  const speeches = units.flatMap((unit) => (unit.speech === undefined ? [] : [unit.speech]));
  const first = speeches[0];
  if (first === undefined) return [];
  return [
    {
      speaker: first.speaker,
      startMs: Math.min(...speeches.map((speech) => speech.startMs)),
      endMs: Math.max(...speeches.map((speech) => speech.endMs)),
      text: units
        .map((unit) => unit.text)
        .join("")
        .trim(),
    },
  ];
}
