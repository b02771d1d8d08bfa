import { describe, expect, it } from "vitest";
import { nearness, sentenceVectors } from "./sentence-vectors.ts";

describe("sentenceVectors", () => {
  it("stands nearer to another way of saying it than to something else", async () => {
    const [wish, same, other] = await sentenceVectors([
      "Please write more about how much things cost.",
      "Could we hear more about prices?",
      "The head of the library has retired.",
    ]);
    if (wish === undefined || same === undefined || other === undefined)
      throw new Error("a vector is missing");
    expect(nearness(wish, same)).toBeGreaterThan(nearness(wish, other) + 0.2);
  });

  it("gives the same unit vector for the same text, alone or among others", async () => {
    const [alone] = await sentenceVectors(["The council met on Monday."]);
    const many = await sentenceVectors([
      ...Array.from({ length: 40 }, (_, at) => `Sentence number ${at}.`),
      "The council met on Monday.",
    ]);
    const among = many.at(-1);
    if (alone === undefined || among === undefined) throw new Error("a vector is missing");
    expect(alone).toHaveLength(512);
    expect(nearness(alone, alone)).toBeCloseTo(1, 5);
    expect(nearness(alone, among)).toBeCloseTo(1, 5);
  });

  it("takes what is no sentence: nothing, emoji, marks of a tokenizer, 10,000 characters", async () => {
    expect(await sentenceVectors([])).toEqual([]);
    const vectors = await sentenceVectors(["", "🎉🎉", "<|endoftext|> ▁ \u0000", "word ".repeat(2000)]);
    for (const vector of vectors) expect(vector.every(Number.isFinite)).toBe(true);
    const [nothing = [], word = []] = [
      ...(await sentenceVectors([""])),
      ...(await sentenceVectors(["word"])),
    ];
    expect(nothing).toHaveLength(512);
    expect(nearness(nothing, word)).toBe(0);
  });
});
