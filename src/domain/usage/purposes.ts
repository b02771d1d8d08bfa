/** What a call was made for, as the ledger names it, and as people read it. */
export const PURPOSES = {
  "episode.gather": "Choosing passages",
  "episode.outline": "Outlining",
  "episode.write": "Writing",
  "episode.check": "Checking",
  "episode.finish": "Finishing",
  "note.understand": "Understanding notes",
  "model.try": "Trying a model",
} as const;

export type Purpose = keyof typeof PURPOSES;

/** What a model of its own can be chosen for. */
export const CHOOSABLE_PURPOSES = [
  "episode.outline",
  "episode.write",
  "episode.check",
  "note.understand",
] as const satisfies Purpose[];

/** A purpose in words; one that a newer version has written is shown as it is. */
export function describePurpose(purpose: string): string {
  return PURPOSES[purpose as Purpose] ?? purpose;
}
