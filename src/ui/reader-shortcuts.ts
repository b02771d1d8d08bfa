/** What the keys do in an episode; told in the reader and in the list of all shortcuts. */
export const READER_SHORTCUTS: readonly (readonly [key: string, does: string])[] = [
  ["j", "Next block"],
  ["k", "Block before"],
  ["w", "Why is this block here?"],
  ["n", "Write a note, on the marked words or on this block"],
  ["]", "Next episode"],
  ["[", "Previous episode"],
];
