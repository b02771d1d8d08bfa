export const PEOPLE = ["Maud", "Nils", "Ines", "Tariq", "Oona", "Bela"] as const;
export type Person = (typeof PEOPLE)[number];

/** The others read. */
export const EDITORS: readonly Person[] = ["Maud", "Nils"];

/** What whoever wrote a note wants to see; looked for in the stored blocks, without asking the writer or its judge. */
export type Wish =
  | { kind: "MORE" | "LESS" | "SKIP"; topic: RegExp }
  | { kind: "SHORTER" | "LONGER" | "QUOTATIONS" }
  | { kind: "START_FROM"; source: RegExp }
  | { kind: "ANSWER"; answer: RegExp }
  /** `wrong` and `right` as an episode would print them. */
  | { kind: "CORRECT"; wrong: RegExp; right: RegExp }
  /** Nothing that a writer without a key can do, or nothing at all. */
  | { kind: "NOTHING" };

/** One planning note of a scripted season. */
export interface ScriptedNote {
  key: string;
  by: Person;
  /** It is sent on the afternoon before the episode of this day is written; `isLate`: once that has begun. */
  day: number;
  isLate?: true;
  text: string;
  wish: Wish;
  scope?: "ALWAYS" | { untilDay: number };
  /** It hangs on the newest published episode, on a block there, or on words of one that hold this. */
  on?: "episode" | "block" | { passage: RegExp } | "lost block";
  /** What its author or an editor does about it, beside the editors' rounds. */
  later?: { does: "withdraw" } | { does: "edit"; text: string } | { does: "stop"; day: number };
  /** It asks for the same as this one. */
  twinOf?: string;
  /** It asks for the opposite of this one; of the two the editors take `chosen`. */
  against?: { key: string; chosen: string };
  /** What an editor makes of it where it needs one. */
  editor?: { outcome: "accept" } | { outcome: "USED" | "DECLINED"; reason: string };
}

/** A season: what it is written from, and what is asked of it. */
export interface Season {
  name: string;
  goal: string;
  minutes: number;
  episodes: number;
  sources: readonly { title: string; text: string }[];
  notes: readonly ScriptedNote[];
}
