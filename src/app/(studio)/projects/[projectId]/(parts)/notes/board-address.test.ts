import { expect, test } from "vitest";
import { boardAddress, isFiltered, readPlace } from "./board-address.ts";

const AFTER = "1763680000000_0190a6f0-0000-7000-8000-000000000002";
const AUTHOR = "0190a6f0-0000-7000-8000-000000000001";

test("an address is read into what it was written from", () => {
  const place = {
    column: "waiting" as const,
    filter: {
      intent: "MORE_OF" as const,
      scope: "ALWAYS" as const,
      attention: "UNCLEAR" as const,
      authorId: AUTHOR,
      text: "summer & winter",
    },
    after: AFTER,
  };
  const { search } = new URL(boardAddress("p", place), "http://localhost");
  expect(readPlace(Object.fromEntries(new URLSearchParams(search)))).toEqual({ ...place, notUnderstood: [] });
});

test("what was left empty asks for nothing, and such an address stays short", () => {
  const { notUnderstood, ...place } = readPlace({ intent: "", text: "", column: undefined });
  expect(notUnderstood).toEqual([]);
  expect(isFiltered(place.filter)).toBe(false);
  expect(boardAddress("p", place)).toBe("/projects/p/notes");
});

test.each([
  ["a column that is none", { column: "lost" }, "column"],
  ["an intent that is none", { intent: "MUCH_OF" }, "intent"],
  ["somebody who can't be", { authorId: "Ines" }, "authorId"],
  ["two of what there is one of", { scope: ["ALWAYS", "NEXT_EPISODE"] }, "scope"],
  ["more text than is looked for", { text: "a".repeat(201) }, "text"],
])("%s is left out, and named", (_, search, name) => {
  const place = readPlace(search);
  expect(place.notUnderstood).toEqual([name]);
  expect(isFiltered(place.filter)).toBe(false);
});

test("all four columns begin at their newest note: only one column has further pages", () => {
  expect(readPlace({ column: "used", after: AFTER }).after).toBe(AFTER);
  expect(readPlace({ after: AFTER }).after).toBeNull();
  expect(readPlace({ column: "used", after: "the end" }).after).toBeNull();
  expect(boardAddress("p", { column: null, filter: {}, after: AFTER })).toBe("/projects/p/notes");
});
