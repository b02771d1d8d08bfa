import type { NotePreview } from "#domain/episodes/preview-note.ts";

const WAITS: Record<NonNullable<NotePreview["attention"]>, string> = {
  CONTRADICTION: " Another note asks for the opposite: it is planned once an editor has chosen.",
  CORRECTION: " It is planned once an editor has looked at the correction.",
  SCHEDULE: " It is about when episodes come, which an editor changes.",
  UNCLEAR: " It is planned once an editor has looked at it.",
};

/** The sentences around the figures of a preview. */
export function sayPreview({ attention, minutes, writer }: NotePreview): {
  waits: string;
  nothing: string;
  how: string;
} {
  const headings =
    writer === "model"
      ? "A language model will write this episode: which passages it is given is as shown; headings and their order are provisional, for it outlines by itself."
      : "The built-in writer will make it just so, as long as sources and notes stay as they are.";
  return {
    waits: attention === null ? "" : WAITS[attention],
    nothing: minutes.with === null ? "There would be no episode." : "Nothing of the outline changes.",
    how: `${headings} This preview asked no model and cost nothing.`,
  };
}

/** A length in minutes as it would be; null where there would be no episode. */
export function sayMinutes(minutes: number | null): string {
  return minutes === null ? "none" : `${minutes} min`;
}

/** How a figure changes, or that it stays: "3 min → 4 min". */
export function sayChange(without: string, withIt: string): string {
  return without === withIt ? withIt : `${without} → ${withIt}`;
}

const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });

/** A share, 0 to 1, in per cent. */
export function sayShare(share: number): string {
  return percent.format(share);
}
