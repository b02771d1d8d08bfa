import { expect, it } from "vitest";
import type { Candidate } from "../../brief.ts";
import { dropRepeats } from "./drop-repeats.ts";
import { fingerprintOf } from "./fingerprint.ts";

const TIDES =
  "The harbour keeps a table of the tides, and the table is printed anew every January by the widow who runs the chandlery beside the northern quay and counts every page by hand.";
const BELL =
  "The ferry carries forty cars and a bell that is older than the ferry, so that the crew greets it whenever a new watch begins on the cold side of the deck before the sun is up.";

function candidate(id: string, ...texts: string[]): Candidate {
  const excerpts = texts.map((plain) => ({
    kind: "text" as const,
    node: "paragraph" as const,
    markdown: plain,
    plain,
    words: 30,
  }));
  return {
    id,
    sourceId: id,
    sourceTitle: id,
    format: "TEXT",
    language: "en",
    ordinal: 0,
    headingPath: [],
    text: texts.join("\n\n"),
    turns: [],
    tokenCount: 50,
    excerpts,
    words: 30 * texts.length,
  };
}

const left = (candidates: Candidate[]) => candidates.map(({ excerpts }) => excerpts.length);

it("drops a paragraph that another source has said, edited lightly or not, and keeps the first", () => {
  const edited = TIDES.replace("January", "February");
  expect(
    left(dropRepeats([candidate("a", TIDES), candidate("b", edited, BELL), candidate("c", TIDES)], [])),
  ).toEqual([1, 1, 0]);
});

it("drops what earlier episodes have said, even from another passage", () => {
  expect(left(dropRepeats([candidate("a", TIDES, BELL)], fingerprintOf(BELL)))).toEqual([1]);
});

it("keeps texts that only share their subject", () => {
  const other =
    "Tides are printed in a table, and the northern quay has a chandlery where a widow counts what the harbour owes her at the end of each January in a green book.";
  expect(left(dropRepeats([candidate("a", TIDES), candidate("b", other)], []))).toEqual([1, 1]);
});
