import { describe, expect, it } from "vitest";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { fluencyOf } from "./fluency.ts";

const linguist = linguistFor("en");

function judge(text: string) {
  const [sentence] = linguist.read(text);
  if (sentence === undefined) throw new Error("no sentence");
  return { ...fluencyOf(sentence, linguist), quoted: text.slice(fluencyOf(sentence, linguist).quoteStart) };
}

describe("the fluency of a spoken sentence", () => {
  it.each([
    "We sold forty-eight thousand tickets in eight weeks.",
    "That is what we know.",
    "Can we do that before the summer?",
    "It's 3.5 km away, and it costs €25.",
  ])("is whole: %s", (text) => {
    expect(judge(text)).toMatchObject({ isBroken: false, clutter: 0 });
  });

  it.each([
    ["breaks off", "So what we could do is –"],
    ["has no verb", "The second part of the table."],
    ["is a stump", "Next one."],
    ["has no end", "we use the large training set"],
    ["begins a word twice", "That's wh where the money went in the spring."],
    ["begins a phrase twice", "I think if we ta if we take the older group it works."],
    ["says a phrase twice", "The main the main focus of this is your work."],
    ["holds a lost letter", "But we need n new buttons for the older people."],
    ["was not heard whole", "You've got the wage increasing [Inaudible.] over three years."],
    ["is cluttered", "It's um uh I mean it's, you know, sort of a rabbit."],
  ])("is broken when it %s", (_, text) => {
    expect(judge(text).isBroken).toBe(true);
  });

  it("passes over noises at the start, with the openers around them, and nothing else", () => {
    expect(judge("Um, okay, so we begin with the price.").quoted).toBe("we begin with the price.");
    expect(judge("So we begin with the price.").quoted).toBe("So we begin with the price.");
    expect(judge("Well we, um, begin with the price of it all today.").quoted).toBe(
      "Well we, um, begin with the price of it all today.",
    );
  });

  it("knows what leans on something said before, and what is about the meeting", () => {
    expect(judge("They turned it off again at night.").isDangling).toBe(true);
    expect(judge("Prices turned out to be lower at night.").isDangling).toBe(false);
    expect(judge("Can everyone see my next slide now?").isProcedure).toBe(true);
    expect(judge("The ferry slides into its berth at noon.").isProcedure).toBe(false);
  });
});
