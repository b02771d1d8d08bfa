import { expect, it } from "vitest";
import { readNoteForm } from "./read-note-form.ts";

const KEY = "0190a6f0-0000-4000-8000-000000000001";

function filled(changes: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = {
    text: "More of the harbour.",
    about: "passage",
    episodeId: "an episode",
    blockId: "a block",
    passage: "the pilot boat",
    scope: "NEXT_EPISODE",
    untilDate: "2027-01-31",
    submissionKey: KEY,
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

it("hangs a note where its author chose, and no deeper", () => {
  const place = (about: string) => {
    const { episodeId, blockId, passage } = readNoteForm(filled({ about }), "a project");
    return [episodeId, blockId, passage];
  };
  expect(place("passage")).toEqual(["an episode", "a block", "the pilot boat"]);
  expect(place("block")).toEqual(["an episode", "a block", undefined]);
  expect(place("episode")).toEqual(["an episode", undefined, undefined]);
  expect(place("project")).toEqual([undefined, undefined, undefined]);
  expect(place("something else")).toEqual([undefined, undefined, undefined]);
});

it("takes a date along only where the note ends with it, and a key only where it is one", () => {
  expect(readNoteForm(filled(), "p")).not.toHaveProperty("untilDate");
  expect(readNoteForm(filled({ scope: "UNTIL_DATE" }), "p")).toMatchObject({ untilDate: "2027-01-31" });
  expect(readNoteForm(filled(), "p")).toMatchObject({ submissionKey: KEY, scope: "NEXT_EPISODE" });
  expect(readNoteForm(filled({ submissionKey: "x", scope: "FOREVER" }), "p")).toMatchObject({
    scope: "NEXT_EPISODE",
  });
  expect(readNoteForm(filled({ submissionKey: "x" }), "p")).not.toHaveProperty("submissionKey");
});
