import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { urlsIn } from "../check/urls-in.ts";
import { escapeMarkdown } from "../document/print-markdown.ts";
import { cleanWords } from "./clean-words.ts";

describe("the words of a note that may be printed", () => {
  it.each([
    ["The range is 48 km, not 40.", "The range is 48 km, not 40."],
    ["It was **1871** [see](https://evil.example/a)", "It was 1871 see"],
    ["![x](https://evil.example/p.png) A picture <img src=x onerror=alert(1)>", "A picture"],
    ["Ask www.evil.example or a@b.example, evil.example/x, javascript:alert(1)", "Ask or"],
    ["visit evil.example now", "visit evil example now"],
    ["<script>alert(1)</script> said “five words in a row”", "alert(1) said five words in a row"],
    ["\u202Ekm 84\u2066", "km 84"],
    ["a < b and c > d", "a b and c d"],
    ["🙂", ""],
    ["https://evil.example", ""],
  ])("of “%s” are “%s”", (text, words) => {
    expect(cleanWords(text)).toBe(words);
  });

  it("hold no address, no markup and no mark of quotation, whatever they were", () => {
    const piece = fc.constantFrom(
      "[",
      "](",
      "!",
      "<",
      ">",
      "https://evil.example",
      "www.evil.example",
      "a@evil.example",
      "`",
      "**",
      "“",
      '"',
      "#",
      "|",
      "\n",
      "\\",
      "&lt;",
      "javascript:",
      "x",
      " ",
      "data:text/html,x",
      "evil.example/",
      "://",
      "]: ",
      "_",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = cleanWords(pieces.join(""));
        expect(words).not.toMatch(/["“”„«»<>]|:\/\/|www\.|\p{Cf}/u);
        expect(urlsIn(escapeMarkdown(words))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("end at a word where they are too many", () => {
    expect(cleanWords("one two three", 9)).toBe("one two …");
  });
});
