import { describe, expect, it } from "vitest";
import { makeMaterial, makeSteeringNote } from "#testing/make-material.ts";
import { quotationsBefore, sharesBefore, usualQuotations } from "./before-notes.ts";

const ABOUT = "The ferry sails at noon.";
const OTHER = "The crane lifts salt today.";
const topics = {
  standing: { stems: [["ferri"]], inSources: 0.4 },
  fresh: { stems: [["ferri"]], inSources: 0.4 },
};

async function material(steeredSince: Record<string, number>) {
  const earlier = [OTHER, OTHER, ABOUT, ABOUT, ABOUT].map((text, at) => ({
    ...{ id: `e${at + 1}`, number: at + 1, title: `Episode ${at + 1}`, text },
    quotations: at < 2 ? 2 : 7,
  }));
  return {
    ...(await makeMaterial([])),
    notes: [
      makeSteeringNote("standing", { kind: "MORE_QUOTATIONS" }, { isStanding: true }),
      makeSteeringNote("fresh", { kind: "MORE_QUOTATIONS" }),
    ],
    earlier,
    steeredSince,
    recentTexts: earlier.slice(-3).map(({ text }) => text),
    recentQuotations: [7, 7, 7],
  };
}

describe("what a note is measured against", () => {
  it("is the last three episodes", async () => {
    const shares = sharesBefore(topics, await material({}), ["en"]);
    expect(shares).toEqual({ standing: 1, fresh: 1 });
    expect(usualQuotations(await material({}))).toBe(7);
    expect(quotationsBefore(await material({}))).toEqual({});
  });

  it("is, for one that has steered episodes already, what was told before the first of them", async () => {
    const steered = await material({ standing: 3 });
    expect(sharesBefore(topics, steered, ["en"])).toEqual({ standing: 0, fresh: 1 });
    expect(quotationsBefore(steered)).toEqual({ standing: 2 });
  });

  it("is what the sources have, and what is usual, where it steered the first episode", async () => {
    const steered = await material({ standing: 1 });
    expect(sharesBefore(topics, steered, ["en"]).standing).toBe(0.4);
    expect(quotationsBefore(steered).standing).toBeCloseTo(1000 / 420);
  });
});
