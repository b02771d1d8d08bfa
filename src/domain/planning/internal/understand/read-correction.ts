/** What a note says is wrong, where it names it, and what is right. */
export interface ReadCorrection {
  wrong: string | null;
  right: string;
}

const MOST_CHARS = 500;
/** "It is eight weeks, not six": the words on both sides of what denies. */
const PAIRS: readonly { pattern: RegExp; wrongFirst?: true }[] = [
  {
    pattern: /["“„«](?<wrong>[^"”“»]{1,200})["”“»][^"“„«]{0,40}["“„«](?<right>[^"”“»]{1,200})["”“»]/u,
    wrongFirst: true,
  },
];

/** Reads a correction out of a note in plain words. `passage` is what its author has marked. */
export function readCorrection(plain: string, passage: string | null): ReadCorrection {
  for (const { pattern } of PAIRS) {
    const groups = pattern.exec(plain)?.groups;
    if (groups?.right && groups.wrong) return { wrong: groups.wrong.trim(), right: groups.right.trim() };
  }
  return { wrong: passage === null ? null : passage.slice(0, MOST_CHARS), right: plain.slice(0, MOST_CHARS) };
}
