import fc from "fast-check";
import { expect, it } from "vitest";
import type { UsageCallLine } from "#domain/usage/list-calls.ts";
import { priceCall } from "#domain/usage/price-call.ts";
import { priceLines, sayMillionths } from "./price-lines.ts";

const PRICES = {
  uncachedInputNanosPerMillion: 3_000_000_000n,
  cacheReadNanosPerMillion: 300_000_000n,
  cacheWriteNanosPerMillion: 3_750_000_000n,
  outputNanosPerMillion: 15_000_000_000n,
};

function call(overrides: Partial<UsageCallLine>): UsageCallLine {
  return {
    uncachedInputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    price: { validFrom: new Date(0), isOwn: false, ...PRICES },
    ...overrides,
  } as UsageCallLine;
}

it("works out each bucket by its own price, and their sum", () => {
  const sum = priceLines(call({ uncachedInputTokens: 1_234, cacheReadTokens: 1, outputTokens: 100 }));
  expect(sum.lines.map(({ costMillionths }) => sayMillionths(costMillionths ?? -1n))).toEqual([
    "$0.003702",
    "$0.0000003",
    "$0.00",
    "$0.0015",
  ]);
  expect(sayMillionths(sum.costMillionths ?? -1n)).toBe("$0.0052023");
  expect(sum.tokens).toBe(1_335);
});

it("comes to what the ledger holds, whatever the tokens and prices", () => {
  const tokens = fc.integer({ min: 0, max: 10_000_000 });
  const price = fc.bigInt({ min: 0n, max: 100_000_000_000n });
  fc.assert(
    fc.property(tokens, tokens, tokens, tokens, price, price, (input, read, write, output, one, other) => {
      const prices = { ...PRICES, uncachedInputNanosPerMillion: one, outputNanosPerMillion: other };
      const used = call({
        uncachedInputTokens: input,
        cacheReadTokens: read,
        cacheWriteTokens: write,
        outputTokens: output,
        price: { validFrom: new Date(0), isOwn: true, ...prices },
      });
      const exact = priceLines(used).costMillionths ?? -1n;
      const cost = priceCall({ uncachedInput: input, cacheRead: read, cacheWrite: write, output }, prices);
      expect((exact + 999_999n) / 1_000_000n).toBe(cost);
    }),
  );
});

it("of a call without a price is not known, and its tokens are", () => {
  const sum = priceLines(call({ price: null, outputTokens: 3 }));
  expect(sum).toMatchObject({ costMillionths: null, tokens: 3 });
  expect(sum.lines.every(({ costMillionths }) => costMillionths === null)).toBe(true);
});
