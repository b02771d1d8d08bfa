import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { makeMaterial, makeSteeringNote } from "#testing/make-material.ts";
import type { Brief } from "../../brief.ts";
import { gatherBrief } from "../../gather-brief.ts";
import { trustIn } from "./answer-question.ts";

const MINUTES = fileURLToPath(new URL("../../../../../bench/season/minutes", import.meta.url));

const ANSWERED: [question: string, answer: RegExp][] = [
  ["How much a year would the hospital pay for a later bus?", /15,000 euros/],
  ["How many papers were in the box about the swimming pool?", /614/],
  ["Why did the librarian's letter about the smell reach nobody?", /filed under furniture/],
  ["How long is the glass wall along the quay?", /sixty metres long/],
  ["Who has signed for the meadow, and when?", /Brandt signed on the 2nd of July/],
  ["What did the insurers pay after the flood in November?", /212,000/],
  ["When was the flood barrier built?", /1978/],
  ["How much does a school meal cost to make?", /4\.80 euros to make/],
  ["Where could the staff of the shops park?", /station/],
  ["How many names are on the waiting list for the allotments?", /hundred and thirty names/],
  ["Why is the ordering of meals still not done by app?", /on paper/],
  ["What does the door of the youth club's cellar cost?", /10,200|9,500/],
  ["Who found the cellar full of barrels?", /found a cellar/],
  ["How many shops have sold more since the parking trial?", /Nineteen have sold more/],
  ["How much does it cost to heat the water of the pool?", /700 euros a day/],
];
/** Their words are in the minutes, in part, and what they ask for is not. */
const UNANSWERED = [
  "Who is the mayor of London?",
  "How many bridges does the railway need?",
  "Why was the theatre closed?",
  "How much does the regatta cost the water board?",
];

let brief: Brief;
beforeAll(async () => {
  const files = (await readdir(MINUTES)).sort();
  const sources = await Promise.all(
    files.map(async (fileName) => ({
      fileName,
      text: await readFile(path.join(MINUTES, fileName), "utf8"),
    })),
  );
  const questions = [...ANSWERED.map(([question]) => question), ...UNANSWERED];
  const notes = questions.map((question) => {
    const terms = (question.match(/\p{L}{5,}/gu) ?? [question]).slice(0, 4);
    return makeSteeringNote(question, { kind: "ANSWER", question, terms });
  });
  const gathered = gatherBrief({ ...(await makeMaterial(sources)), notes });
  if (gathered.kind === "exhausted") throw new Error(gathered.reason);
  brief = gathered.brief;
}, 60_000);

function answerTo(question: string) {
  const answer = brief.steering?.answers.find(({ noteId }) => noteId === question);
  if (answer === undefined) return null;
  const passage = brief.candidates.find(({ id }) => id === answer.passageId);
  if (passage === undefined) throw new Error("The brief has not the passage of the answer.");
  return { ...answer, trust: trust(question, answer.passageId, answer.quote) };
}

function trust(question: string, passageId: string, quote: string) {
  const passage = brief.candidates.find(({ id }) => id === passageId);
  if (passage === undefined) throw new Error("no passage");
  return trustIn(question, brief.steering?.questions[question] ?? {}, passage, quote, ["en"]);
}

describe("what answers a question in the minutes of a town", () => {
  it("is found for nearly all that they answer", () => {
    const right = ANSWERED.filter(([question, answer]) => answer.test(answerTo(question)?.quote ?? ""));
    // 14 of 15 are; a change may cost one.
    expect(right.length).toBeGreaterThanOrEqual(13);
  });

  it("is called the answer only where it is", () => {
    const wrong = ANSWERED.filter(([question, answer]) => {
      const found = answerTo(question);
      return found?.trust === "ANSWERS" && !answer.test(found.quote);
    });
    expect(wrong).toEqual([]);
  });

  it.each(UNANSWERED)("is nothing where they do not say: %s", (question) => {
    expect(answerTo(question)).toBeNull();
    expect(brief.steering?.cant[question]).toBe("The sources do not say.");
  });

  it("is a short reply too, which says little by itself", () => {
    expect(answerTo("How many papers were in the box about the swimming pool?")?.quote).toBe(
      "There were 614 papers in it.",
    );
  });

  it("is not what stands beside it, nor a figure from the question", () => {
    const question = "How long is the glass wall along the quay?";
    const answer = answerTo(question);
    expect(trust(question, answer?.passageId ?? "", "The gauge is on the bridge")).toBeNull();
    const echo = "How much of the 15,000 euros does the hospital pay?";
    const { passageId = "" } = answerTo("How much a year would the hospital pay for a later bus?") ?? {};
    const passage = brief.candidates.find(({ id }) => id === passageId);
    if (passage === undefined) throw new Error("no passage");
    const weights = { hospit: 3, pay: 1 };
    const quote = "The hospital pays 15,000 euros a year for three years, on two conditions.";
    expect(trustIn("How much does the hospital pay?", weights, passage, quote, ["en"])).toBe("ANSWERS");
    expect(
      trustIn(echo.replace("the 15,000 euros", "15,000 euros"), weights, passage, quote, ["en"]),
    ).not.toBe("ANSWERS");
  });
});
