import { expect, test } from "vitest";
import { sayBulk } from "./say-bulk.ts";

const missed = (...whys: string[]) => whys.map((why, index) => ({ noteId: `n${index}`, why }));

test.each([
  [["a"], [], "1 note declined."],
  [["a", "b"], [], "2 notes declined."],
  [
    ["a", "b"],
    missed("Anna declined it just now."),
    "2 notes declined. 1 was left as it is: Anna declined it just now.",
  ],
  [[], missed("It is planned"), "No note was declined. 1 was left as it is: It is planned."],
])("%j done and %j missed is told as %s", (done, left, says) => {
  expect(sayBulk("declined", { done, missed: left })).toBe(says);
});

test("notes that were left for the same reason are told once, with their number", () => {
  const outcome = { done: ["x"], missed: missed("It is planned.", "Anna settled it.", "It is planned.") };
  expect(sayBulk("accepted", outcome)).toBe(
    "1 note accepted. 2 were left as they are: It is planned. 1 was left as it is: Anna settled it.",
  );
});
