/** What a note can be about, from the narrowest to the widest. */
export const ABOUTS = ["passage", "block", "episode", "project"] as const;
export type About = (typeof ABOUTS)[number];

/** Where a note hangs: each part only with the one before it. */
export interface NotePlace {
  episodeId?: string;
  episodeTitle?: string;
  blockId?: string;
  /** How the block begins, so that its author knows it again. */
  blockWords?: string;
  /** The words that were marked in it. */
  passage?: string;
}

const MOST_PASSAGE = 1_000;
const MOST_BLOCK_WORDS = 120;

/** As much of marked words as a note takes along. */
export function passageWords(marked: string): string {
  return cut(marked, MOST_PASSAGE, "");
}

/** How a block begins, in a line. */
export function blockWords(text: string): string {
  return cut(text, MOST_BLOCK_WORDS, "…");
}

/** The narrowest that a place names. */
export function narrowest(place: NotePlace): About {
  if (place.passage) return "passage";
  if (place.blockId) return "block";
  return place.episodeId ? "episode" : "project";
}

/** What a place can be about: the narrowest and all that is wider. */
export function aboutsOf(place: NotePlace): About[] {
  return ABOUTS.slice(ABOUTS.indexOf(narrowest(place)));
}

/** A text with its spaces evened out, cut where it is too long; no character is cut in two. */
function cut(text: string, most: number, end: string): string {
  const even = text.replace(/\s+/g, " ").trim();
  if (even.length <= most) return even;
  const short = even.slice(0, most - end.length);
  return `${/[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short}${end}`;
}
