import { expect, test } from "vitest";
import { myNotesAddress, readMyNotes } from "./my-notes-address.ts";

const PROJECT = "0190a6f0-0000-7000-8000-000000000001";

test("an address is read into what it was written from", () => {
  const place = { state: "declined" as const, projectId: PROJECT, after: "cursor", isNews: false };
  const { searchParams } = new URL(myNotesAddress(place), "http://localhost");
  expect(readMyNotes(Object.fromEntries(searchParams))).toEqual(place);
  expect(myNotesAddress({})).toBe("/notes");
  expect(myNotesAddress({ isNews: true })).toBe("/notes?show=news");
});

test("what can't be asks for nothing", () => {
  expect(readMyNotes({ state: "lost", project: ["a", "b"], after: "" })).toEqual({
    state: null,
    projectId: null,
    after: null,
    isNews: false,
  });
  expect(readMyNotes({ show: "news" })).toMatchObject({ isNews: true });
});
