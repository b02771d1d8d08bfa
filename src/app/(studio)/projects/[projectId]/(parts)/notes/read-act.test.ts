import { expect, test } from "vitest";
import { readAct, undoOf } from "./read-act.ts";

const ID = "0190a6f0-0000-7000-8000-000000000001";

function form(fields: Record<string, string | string[]>): FormData {
  const made = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) made.append(name, value);
  return made;
}

test("the button that was pressed says what is done with the notes that are chosen, as they were shown", () => {
  const { act, notes, reason } = readAct(
    form({ act: "decline", notes: [`${ID}:3`, "nonsense"], reason: " Said last week. " }),
  );
  expect(act).toEqual({ verb: "settle", outcome: "DECLINED", says: "declined" });
  expect(notes).toEqual([{ noteId: ID, revision: 3 }]);
  expect(reason).toBe("Said last week.");
});

test("what is taken back are the notes of the last act, whatever is chosen now", () => {
  const { act, notes } = readAct(form({ act: "undo", notes: `${ID}:1`, undone: `${ID}:4` }));
  expect(act.verb).toBe("reopen");
  expect(notes).toEqual([{ noteId: ID, revision: 4 }]);
});

test.each([
  ["nothing chosen", { act: "accept" }, {}],
  ["no button of ours", { act: "burn", notes: `${ID}:1` }, {}],
  [
    "declining without a reason",
    { act: "decline", notes: `${ID}:1`, reason: "  " },
    { reason: expect.any(String) },
  ],
])("%s is refused in words", (_, fields, wrong) => {
  expect(() => readAct(form(fields))).toThrow(expect.objectContaining({ code: "INVALID", fields: wrong }));
});

test("taking back means the notes as the act has left them, and no other", () => {
  const other = ID.replace(/1$/, "2");
  const notes = [
    { noteId: ID, revision: 3 },
    { noteId: other, revision: 1 },
  ];
  expect(undoOf(notes, [ID])).toEqual([`${ID}:4`]);
});
