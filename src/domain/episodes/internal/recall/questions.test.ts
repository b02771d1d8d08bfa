import { describe, expect, it } from "vitest";
import { linguistFor } from "#platform/language/linguist-for.ts";
import type { Candidate, SpeechExcerpt } from "../../brief.ts";
import { phrasesFor } from "../phrases/say.ts";
import { askEnding } from "./ask-ending.ts";
import { askGap } from "./ask-gap.ts";
import { askReply } from "./ask-reply.ts";
import { askWhatIs } from "./ask-what-is.ts";
import { askWhoSaid } from "./ask-who-said.ts";
import type { Line } from "./line.ts";

const linguist = linguistFor("en");
const phrases = phrasesFor("en");

const candidate: Candidate = {
  id: "p",
  sourceId: "s",
  sourceTitle: "Review",
  format: "WEBVTT",
  language: "en",
  ordinal: 0,
  headingPath: [],
  text: "",
  turns: [],
  tokenCount: 1,
  excerpts: [],
  words: 0,
};

function speech(speaker: string, text: string): SpeechExcerpt {
  const asks = text.endsWith("?");
  return { kind: "speech", speaker, startMs: 1000, endMs: 2000, pieces: [text], words: 10, asks, weight: 1 };
}

function turn(speaker: string, text: string) {
  return { speaker, text, startMs: 1000, endMs: 2000 };
}

function line(text: string, speaker: string | null = null): Line {
  const [sentence] = linguist.read(text);
  if (sentence === undefined) throw new Error("no sentence");
  return {
    candidate,
    speech: speaker === null ? null : speech(speaker, text),
    sentence,
    weight: 1,
    section: 0,
  };
}

describe("recall questions", () => {
  it.each([
    ["A cadence is a rule about local time.", "What is a cadence?"],
    ["The brief is the complete assignment for one episode.", "What is the brief?"],
    ["Passages are pieces of a source.", "What are passages?"],
  ])("ask what a thing is: %s", (text, question) => {
    expect(askWhatIs(line(text), linguist, phrases)).toMatchObject({ question, answer: text });
  });

  it.each([
    "The table is shown on the page.",
    "It is a rule about local time.",
    "The reason is the fog.",
    "The rule is not a law of the sea.",
  ])("do not take this for a definition: %s", (text) => {
    const asked = askWhatIs(line(text), linguist, phrases);
    expect(asked === null || asked.question === "What is the reason?").toBe(true);
  });

  it("ask for the end of a sentence that gives its reason", () => {
    const text = "The ferry left early because the tide would not wait for the mayor.";
    expect(askEnding(line(text), phrases, 0)).toMatchObject({
      question: "Why? “The ferry left early because …”",
      answer: "the tide would not wait for the mayor.",
    });
    const until = "The ferry stays in the harbour until the tide comes back at noon.";
    expect(askEnding(line(until), phrases, 0)?.question).toBe(
      "How does this sentence end? “The ferry stays in the harbour until …”",
    );
    expect(askEnding(line("We all do it this way because the tide would not wait."), phrases, 0)).toBeNull();
    expect(
      askEnding(line("The office stores that they are residents and until when, which is May."), phrases, 0),
    ).toBeNull();
    expect(askEnding(line("The ferry left early and the tide did not wait."), phrases, 0)).toBeNull();
  });

  it("leave out a figure with its unit, else a telling name", () => {
    const priced = line("The council pays a rate of £4.50 for every hour of care in the valley.");
    expect(askGap(priced, linguist, phrases, 0)?.answer).toBe("£4.50");
    expect(
      askGap(
        line("In eight weeks we sold forty-eight thousand two hundred tickets through the app."),
        linguist,
        phrases,
        0,
      )?.answer,
    ).toBe("forty-eight thousand two hundred tickets");
    expect(
      askGap(line("Every scanner asks the harbour office about each single ticket."), linguist, phrases, 0)
        ?.answer,
    ).toBe("harbour office");
    expect(
      askGap(line("The scanner beeps and shows the number five to the steward."), linguist, phrases, 0)
        ?.answer,
    ).not.toBe("five");
  });

  it.each([
    ["Last summer we cancelled 3.2 per cent of our sailings in bad weather.", "What share?", "3.2 per cent"],
    ["A window in Little Ness sells 11 tickets on a Tuesday in winter.", "How many tickets?", "11 tickets"],
    ["At worst some 500 people wait on the quay in the morning.", "How many people?", "500 people"],
    ["Of the two routes one made 84,000 euros over the whole season.", "How many euros?", "84,000 euros"],
    ["Today the 25% top-up for the wage subsidy is paid to every firm.", "Fill the gap:", "25%"],
  ])("ask for what the sentence counts: %s", (text, opening, answer) => {
    const asked = askGap(line(text), linguist, phrases, 1);
    expect(asked).toMatchObject({ answer });
    expect(asked?.question.startsWith(opening)).toBe(true);
    expect(asked?.question).toContain(text.replace(answer, "＿＿＿"));
  });

  it.each([
    "We have been running the app on two routes since the spring of last year.",
    "Especially now with eighteen to thirty five year olds being so many of the passengers.",
    "The scanner beeps and shows the number seven to the steward at the gangway.",
  ])("ask for no small count and no half of a range: %s", (text) => {
    expect(askGap(line(text), linguist, phrases, 0)?.answer ?? "").not.toMatch(/two|eighteen|thirty|seven/);
  });

  it("ask who said it only among several, and never when the words tell", () => {
    const many = new Set(["Ada", "Bo", "Cy"]);
    const text = "We ask the harbour office about every ticket twice.";
    expect(askWhoSaid(line(text, "Ada"), many, phrases, 0)).toMatchObject({ answer: "Ada" });
    expect(askWhoSaid(line(text, "Ada"), new Set(["Ada", "Bo"]), phrases, 0)).toBeNull();
    expect(
      askWhoSaid(line("Ada asks the harbour office about every ticket twice.", "Ada"), many, phrases, 0),
    ).toBeNull();
  });

  it("ask what was replied, with whole sentences of the reply", () => {
    const reply = "Every single summer, and twice on Sundays.";
    const answered = (said: string, printed = said) => {
      const question = "Does the scanner lose its network at noon?";
      const turns = [turn("Ada", question), turn("Bo", said)];
      const run = [{ ...candidate, turns, excerpts: [speech("Ada", question), speech("Bo", printed)] }];
      return askReply(
        run,
        () => 0,
        () => linguist,
        phrases,
        0,
      );
    };
    expect(answered("Why do you ask me that again?")).toEqual([]);
    expect(answered("I never know.")).toEqual([]);
    expect(answered(`It took her eleven minutes the first time. ${reply}`, reply)).toEqual([]);
    expect(answered(`Um, well. ${reply}`, reply)).toHaveLength(1);
    expect(answered(reply)).toMatchObject([
      {
        question: "Ada asked: “Does the scanner lose its network at noon?” What did Bo reply?",
        answer: reply,
      },
    ]);
  });
});
