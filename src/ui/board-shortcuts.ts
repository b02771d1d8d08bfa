/** What the keys do on the notes board; told in the list of all shortcuts. */
export const BOARD_SHORTCUTS: readonly (readonly [key: string, does: string])[] = [
  ["j", "Next note"],
  ["k", "Note before"],
  ["x", "Choose it"],
  ["d", "Decline, with a reason"],
  ["a", "Accept"],
  ["u", "Take the last act back"],
  ["o", "Open it (or Enter)"],
  ["/", "Filter"],
];
