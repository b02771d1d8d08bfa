import { expect, it } from "vitest";
import type { Candidate } from "../../brief.ts";
import { dropRepeats } from "./drop-repeats.ts";

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
  expect(left(dropRepeats([candidate("a", TIDES, BELL)], [BELL]))).toEqual([1]);
});

const OTHER =
  "Tides are printed in a table, and the northern quay has a chandlery where a widow counts what the harbour owes her at the end of each January in a green book.";

it("keeps texts that only share their subject", () => {
  expect(left(dropRepeats([candidate("a", TIDES), candidate("b", OTHER)], []))).toEqual([1, 1]);
});

/** Every tenth word is another. */
const exchanged = (text: string) =>
  text
    .split(" ")
    .map((word, at) =>
      at % 10 === 7 && /^\p{Ll}+$/u.test(word) ? ["quiet", "rather", "painted"][at % 3] : word,
    )
    .join(" ");

it("drops a copy in which words were exchanged here and there, of an earlier episode or of another source", () => {
  expect(exchanged(BELL)).not.toBe(BELL);
  const copies = [candidate("a", exchanged(`${TIDES} ${BELL}`), OTHER)];
  expect(left(dropRepeats(copies, [`${TIDES} ${BELL}`]))).toEqual([1]);
  expect(left(dropRepeats([candidate("a", BELL), candidate("b", exchanged(exchanged(BELL)))], []))).toEqual([
    1, 0,
  ]);
});

it("keeps what says the same of something else: another subject, another name, another figure", () => {
  const of = (thing: string, berth: number) =>
    `The ${thing} of the ferry stands beside berth ${berth}, where the crew keeps its ledger of ${thing} repairs, and a ${thing} that fails the spring inspection is replaced because the harbour insurance asks for it every year, whoever works on the ${thing}.`;
  const rates = (parish: string, rate: number) =>
    `On Monday evening the council of ${parish} decided that the rate of ${parish} rises by ${rate} per cent from April, and that no household of ${parish} pays more than ${rate} pounds a month for roads.`;
  const all = [of("capstan", 1), of("gangway", 2), rates("Ardle", 3), rates("Borrow", 7)];
  expect(
    left(
      dropRepeats(
        all.map((text, at) => candidate(String(at), text)),
        [],
      ),
    ),
  ).toEqual([1, 1, 1, 1]);
});
