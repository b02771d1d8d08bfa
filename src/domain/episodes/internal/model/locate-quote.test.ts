import { describe, expect, it } from "vitest";
import type { Passage } from "../../brief.ts";
import { occursIn } from "../check/occurs-in.ts";
import { locateQuote } from "./locate-quote.ts";

const passage: Passage = {
  id: "p",
  sourceId: "s",
  sourceTitle: "The harbour",
  format: "MARKDOWN",
  language: "en",
  ordinal: 0,
  headingPath: [],
  text: "She said: “We don’t sail – not on a *Friday*.”\nThe bell rang 12 times 🙂 and nobody came.",
  turns: [],
  tokenCount: 20,
};

describe("words that a model has copied", () => {
  it.each([
    ['"We don\'t sail - not on a Friday."', "We don’t sail – not on a Friday."],
    ["we don’t  sail", "We don’t sail"],
    ["The bell rang 12 times 🙂 and nobody came.", "The bell rang 12 times 🙂 and nobody came."],
    ["The bell rang 12 times … nobody came", "The bell rang 12 times […] nobody came"],
    ["The bell rang 12 times,", "The bell rang 12 times"],
  ])("are given as they stand in the passage: %s", (copied, own) => {
    const located = locateQuote(passage, copied);
    expect(located?.text).toBe(own);
    expect(occursIn(passage, own)).toBe(true);
  });

  it.each(["The bell rang 13 times", "nobody came … the bell rang", "", "…", "He said"])(
    "are not found where other words or numbers stand: %s",
    (copied) => {
      expect(locateQuote(passage, copied)).toBeNull();
    },
  );

  it("are given to whoever said them", () => {
    const talk = {
      ...passage,
      turns: [
        { speaker: "Ada", startMs: 1000, endMs: 2000, text: "The ferry is late." },
        { speaker: "Bo", startMs: 2000, endMs: 3000, text: "The ferry is never late." },
      ],
    };
    expect(locateQuote(talk, "the ferry is never late")).toEqual({
      text: "The ferry is never late",
      speaker: "Bo",
      startMs: 2000,
      endMs: 3000,
    });
  });
});
