import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "./split-sentences.ts";

test.each([
  [
    "Dr. Smith met Mr. Jones at 5 p.m. on Monday. It rained.",
    ["Dr. Smith met Mr. Jones at 5 p.m. on Monday. ", "It rained."],
  ],
  [
    "See Fig. 3 and J. K. Rowling. So do I. Then go.",
    ["See Fig. 3 and J. K. Rowling. ", "So do I. ", "Then go."],
  ],
  ["“Really?” he said. “Yes!” they cried.", ["“Really?” he said. ", "“Yes!” they cried."]],
  ["It cost 3.50 at v1.2.\nNobody paid.", ["It cost 3.50 at v1.2.\n", "Nobody paid."]],
  ["A line that\nwas wrapped by hand. Another.", ["A line that\nwas wrapped by hand. ", "Another."]],
  ["今日は会議です。始めましょう。", ["今日は会議です。", "始めましょう。"]],
  ["", []],
])("%j has its sentences", (paragraph, sentences) => {
  expect(splitSentences(paragraph)).toEqual(sentences);
});

test("the sentences, joined, are the paragraph", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 500 }),
      fc.constantFrom("en", "de", "ja", null),
      (text, language) => {
        expect(splitSentences(text, language).join("")).toBe(text);
      },
    ),
  );
});
