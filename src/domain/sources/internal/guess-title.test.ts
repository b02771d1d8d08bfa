import { expect, test } from "vitest";
import { guessTitle } from "./guess-title.ts";

test.each([
  ["MARKDOWN", "# The quay\n\nText.", "01-notes.md", "The quay"],
  ["MARKDOWN", "---\ntitle: Mine\n---\n\n# The quay\n\nText.", "01-notes.md", "Mine"],
  ["WEBVTT", "WEBVTT - Weekly call\n\n00:01.000 --> 00:02.000\nHello.\n", "x.vtt", "Weekly call"],
  [
    "WEBVTT",
    "WEBVTT Kind: captions\n\n00:01.000 --> 00:02.000\nHi.\n",
    "C:\\calls\\weekly_call-07.VTT",
    "Weekly call 07",
  ],
  ["WEBVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello.\n", "", "Hello."],
  ["SRT", "1\n00:00:01,000 --> 00:00:02,000\nHello there.\n", "", "Hello there."],
  ["TEXT", "Plain words here.", "minutes of May.txt", "Minutes of May"],
  ["TEXT", "\n\nPlain words here.\nAnd more.", "", "Plain words here."],
  ["TEXT", "Plain words here.", "???.txt", "Plain words here."],
  ["TEXT", "2026", "", "Untitled"],
] as const)("the title of %s %j in %j is %j", (format, text, fileName, title) => {
  expect(guessTitle({ format, text, fileName })).toBe(title);
});

test("a title of 10,000 characters is cut behind a word", () => {
  const title = guessTitle({ format: "MARKDOWN", text: `# ${"ferry ".repeat(1700)}\n\nText.`, fileName: "" });
  expect(title).toMatch(/^ferry( ferry)*…$/);
  expect(title.length).toBeLessThanOrEqual(120);
});
