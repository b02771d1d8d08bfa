import { describe, expect, it } from "vitest";
import { linguistFor } from "#platform/language/linguist-for.ts";
import { calledSubjects } from "./called-subjects.ts";

const english = linguistFor("en");

function passage(...turns: [speaker: string, text: string][]) {
  return { turns: turns.map(([speaker, text]) => ({ speaker, startMs: null, endMs: null, text })) };
}

const on = (subject: string) =>
  passage(
    ["Bo Lind", `I have looked at the ${subject} for a whole year, and we spend far too much on it.`],
    ["Cy Hart", `The ${subject} is not what worries me most at the end of a long winter.`],
  );

describe("the subjects that are called in a talk", () => {
  it.each([
    ["Good. Topic one is boarding time. Bo, you go first.", "boarding time"],
    ["All right, let's move on to the annual budget.", "annual budget"],
    ["Bo, I think refunds are next, and they are yours.", "refunds"],
    ["This brings me to something awkward, which is the ticket windows.", "ticket windows"],
    ["The next item on our list is the roof repair.", "roof repair"],
  ])("are heard in: %s", (call, subject) => {
    const talk = [passage(["Bo Lind", "We are all here then, I believe."], ["Ada", call]), on(subject)];
    expect(calledSubjects(talk, english)).toMatchObject([{ text: subject, from: 1 }]);
  });

  it("begin with the passage itself when most of it comes after the call", () => {
    const talk = passage(
      ["Ada", "Let's turn to the budget."],
      ["Bo Lind", "The budget has grown by a third since the spring, and nobody has told the council."],
      ["Cy Hart", "Somebody has to tell them that the budget will not last until the autumn."],
    );
    expect(calledSubjects([talk], english)).toMatchObject([{ text: "budget", from: 0 }]);
  });

  it("are called by their bare name by whoever has called others before", () => {
    const calls = [
      passage(["Ada", "Topic one is boarding time. Bo, please."]),
      on("boarding time"),
      passage(["Ada", "Thank you all for that. Residents' passes. Bo, would you tell us?"]),
      on("pass"),
    ];
    expect(calledSubjects(calls, english).map(({ text }) => text)).toEqual([
      "boarding time",
      "residents' passes",
    ]);
    expect(calledSubjects(calls.slice(2), english)).toEqual([]);
  });

  it.each([
    ["a name", "Good. Let's go to Bo Lind."],
    ["what nobody takes up", "Let's move on to the annual gathering."],
    ["a hollow word", "Let's move on to the next thing."],
    ["thanks in another language", "You have been a great help to us. Diolch yn fawr."],
  ])("are not %s", (_, call) => {
    const talk = [passage(["Bo Lind", "We are all here then, I believe."], ["Ada", call]), on("budget")];
    expect(calledSubjects(talk, english)).toEqual([]);
  });

  it("are none in a language without a tagger", () => {
    const talk = [passage(["Ada", "Kommen wir zum Haushalt."]), on("Haushalt")];
    expect(calledSubjects(talk, linguistFor("de"))).toEqual([]);
  });
});
