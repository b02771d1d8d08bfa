import { beforeAll, describe, expect, it } from "vitest";
import { sentenceVectors } from "#platform/language/sentence-vectors.ts";
import { understandByRules } from "../../understand-by-rules.ts";
import { isOpposed } from "./is-opposed.ts";
import { isSameWish, type PlacedWish } from "./is-same-wish.ts";

const SAME: readonly [string, string][] = [
  ["More about the night buses, please.", "Could we hear more about night buses?"],
  ["I would love to read more on rollbacks.", "more about rollbacks pls"],
  ["Please write less about the coffee machine.", "There is too much about the coffee machine."],
  ["Leave the summer party out completely.", "Please skip the summer party."],
  ["The episodes are too long.", "Make them shorter, please!"],
  ["I'd like longer episodes.", "Too short for me, make it longer."],
  ["More direct quotes please.", "Let people speak in their own words."],
  ["How long is a parking permit valid?", "How long is a parking permit valid for?"],
  ["What happens to unused overtime?", "What happens with unused overtime?"],
  ["The rate is 0.45, not 0.54.", "The rate is 0.45 and not 0.54!"],
  ["Please send it on Mondays.", "Please send it on Monday."],
  ["More about wheelchair access please.", "Why do we never hear about wheelchair access?"],
];
const DIFFERENT: readonly [string, string][] = [
  ["More about the night buses, please.", "More about the night shift, please."],
  ["More about the night buses, please.", "Less about the night buses, please."],
  ["More about the flood defences.", "More about the budget."],
  ["Less about the coffee machine.", "Leave out the coffee machine completely."],
  ["How long is a parking permit valid?", "Who pays for a parking permit?"],
  ["How long may an insulin pen stay open?", "Who orders the insulin pens?"],
  ["When was the bridge closed?", "Why was the bridge closed?"],
  ["The rate is 0.45, not 0.54.", "The rate is 0.50, not 0.54."],
  ["The meeting was in May, not in April.", "The meeting was in June, not in April."],
  ["Please send it on Mondays.", "Please send it before nine in the morning."],
  ["The tone is too formal.", "The tone is too casual."],
  ["The episodes are too long.", "The episodes are too short."],
  ["Thank you!", "The button does not work on my phone."],
];
const OPPOSED: readonly [string, string][] = [
  ["More about the night buses, please.", "Less about the night buses, please."],
  ["More about the night buses, please.", "Leave out the night buses completely."],
  ["The episodes are too long.", "The episodes are too short."],
  ["The rate is 0.45, not 0.54.", "The rate is 0.50, not 0.54."],
];

async function place(text: string): Promise<PlacedWish> {
  const project = { title: "", goal: "", language: "en" };
  const note = { text, passage: null, block: null, episodeTitle: null, project, sources: [] };
  const { directive, terms, paraphrase } = await understandByRules(note);
  const [vector = []] = await sentenceVectors([paraphrase]);
  return { directive, terms, paraphrase, vector };
}
const both = (pair: readonly [string, string]) => Promise.all([place(pair[0]), place(pair[1])]);
const nothing = { language: "en", titleOf: () => undefined };

beforeAll(() => place("Hello"), 60_000);

describe("two notes", () => {
  it.each(DIFFERENT)("“%s” and “%s” are not the same wish", async (...pair) => {
    const [one, other] = await both(pair);
    expect(isSameWish(one, other, "en")).toBe(false);
    expect(isSameWish(other, one, "en")).toBe(false);
  });

  it("are the same wish in other words, nine times of ten", async () => {
    const missed: string[] = [];
    for (const pair of SAME) {
      const [one, other] = await both(pair);
      if (!isSameWish(one, other, "en")) missed.push(pair.join(" | "));
    }
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(SAME.length * 0.1);
  });

  it("contradict each other or do not", async () => {
    for (const pair of OPPOSED) {
      const [one, other] = await both(pair);
      expect(isOpposed(one, other, nothing), pair.join(" | ")).toBe(true);
      expect(isOpposed(other, one, nothing), pair.join(" | ")).toBe(true);
    }
    for (const pair of [...SAME, DIFFERENT[0] ?? ["", ""], DIFFERENT[2] ?? ["", ""]] as [string, string][]) {
      const [one, other] = await both(pair);
      expect(isOpposed(one, other, nothing), pair.join(" | ")).toBe(false);
    }
  });
});
