import { describe, expect, it } from "vitest";
import { BUILT_IN_MODEL, PRICE_LIST } from "./price-list.ts";

const name = ({ provider, model }: { provider: string; model: string }) => `${provider} ${model}`;
const paid = PRICE_LIST.filter((price) => name(price) !== name(BUILT_IN_MODEL));

describe("the maintained price list", () => {
  it("knows the models of OpenAI, Anthropic and Google, embeddings among them", () => {
    const providers = new Set(paid.map(({ provider }) => provider));
    expect([...providers].sort()).toEqual(["anthropic", "google", "openai"]);
    const embeddings = paid.filter(({ isEmbedding }) => isEmbedding).map(({ provider }) => provider);
    expect(new Set(embeddings)).toEqual(new Set(["google", "openai"]));
  });

  it("names each model once for each date, and its prices in the order of their dates", () => {
    const keys = PRICE_LIST.map((price) => `${name(price)} ${price.validFrom.toISOString()}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    for (const model of new Set(PRICE_LIST.map(name))) {
      const dates = PRICE_LIST.filter((price) => name(price) === model).map((p) => p.validFrom.getTime());
      expect(dates, model).toEqual([...dates].sort((a, b) => a - b));
      expect(dates.every(Number.isFinite), model).toBe(true);
    }
  });

  it.each(paid.map((price) => [name(price), price] as const))(
    "charges for every bucket of %s",
    (_, price) => {
      const buckets = [
        price.uncachedInputNanosPerMillion,
        price.cacheReadNanosPerMillion,
        price.cacheWriteNanosPerMillion,
        price.outputNanosPerMillion,
      ];
      expect(Math.min(...buckets.map(Number))).toBeGreaterThan(0);
      // A thousand dollars for a million tokens would be a slip of the comma.
      expect(Math.max(...buckets.map(Number))).toBeLessThan(1e12);
      expect(price.cacheReadNanosPerMillion <= price.uncachedInputNanosPerMillion).toBe(true);
      expect(price.cacheWriteNanosPerMillion >= price.uncachedInputNanosPerMillion).toBe(true);
      expect(price.outputNanosPerMillion >= price.uncachedInputNanosPerMillion).toBe(true);
    },
  );

  it("has the built-in writer for free, and nothing else", () => {
    const free = PRICE_LIST.filter(({ outputNanosPerMillion }) => outputNanosPerMillion === 0n);
    expect(free.map(name)).toEqual([name(BUILT_IN_MODEL)]);
  });

  it("turns dollars into nano-dollars exactly, and takes the price of prompts as long as they may be here", () => {
    const priceOf = (model: string, from: string) =>
      PRICE_LIST.find((p) => p.model === model && p.validFrom.toISOString().startsWith(from));
    expect(priceOf("claude-sonnet-5-5", "2026-10-07")).toMatchObject({
      uncachedInputNanosPerMillion: 2_000_000_000n,
      cacheReadNanosPerMillion: 100_000_000n,
      cacheWriteNanosPerMillion: 2_500_000_000n,
      outputNanosPerMillion: 10_000_000_000n,
    });
    expect(priceOf("gpt-6.1-terra", "2026-10-26")).toMatchObject({
      uncachedInputNanosPerMillion: 1_000_000_000n,
      cacheReadNanosPerMillion: 50_000_000n,
      cacheWriteNanosPerMillion: 1_250_000_000n,
      outputNanosPerMillion: 5_000_000_000n,
      note: expect.stringContaining("272,000"),
    });
  });
});
