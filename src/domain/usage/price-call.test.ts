import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BucketPrices, priceCall, type TokenBuckets } from "./price-call.ts";

const prices: BucketPrices = {
  uncachedInputNanosPerMillion: 3_000_000_000n,
  cacheReadNanosPerMillion: 300_000_000n,
  cacheWriteNanosPerMillion: 3_750_000_000n,
  outputNanosPerMillion: 15_000_000_000n,
};
const none: TokenBuckets = { uncachedInput: 0, cacheRead: 0, cacheWrite: 0, output: 0 };

describe("the price of a call", () => {
  it("is the sum of its buckets, as the guide works it out", () => {
    expect(priceCall({ uncachedInput: 1200, cacheRead: 6000, cacheWrite: 0, output: 800 }, prices)).toBe(
      17_400_000n,
    );
    expect(priceCall({ ...none, cacheWrite: 1000 }, prices)).toBe(3_750_000n);
  });

  it("is nothing for nothing, and for a price of zero", () => {
    expect(priceCall(none, prices)).toBe(0n);
    const free = {
      uncachedInputNanosPerMillion: 0n,
      cacheReadNanosPerMillion: 0n,
      cacheWriteNanosPerMillion: 0n,
      outputNanosPerMillion: 0n,
    };
    expect(priceCall({ uncachedInput: 9e9, cacheRead: 9e9, cacheWrite: 9e9, output: 9e9 }, free)).toBe(0n);
  });

  it("is rounded up once, not bucket by bucket", () => {
    const tiny = { ...prices, uncachedInputNanosPerMillion: 1n, outputNanosPerMillion: 1n };
    expect(priceCall({ ...none, uncachedInput: 1, output: 1 }, tiny)).toBe(1n);
    expect(priceCall({ ...none, uncachedInput: 1_000_000 }, tiny)).toBe(1n);
    expect(priceCall({ ...none, uncachedInput: 1_000_001 }, tiny)).toBe(2n);
  });

  it("never falls below the exact amount and never exceeds it by a nano-dollar", () => {
    const tokens = fc.nat(2_000_000_000);
    const price = fc.bigInt(0n, 10n ** 14n);
    fc.assert(
      fc.property(
        tokens,
        tokens,
        tokens,
        tokens,
        price,
        price,
        price,
        price,
        (a, b, c, d, pa, pb, pc, pd) => {
          const cost = priceCall(
            { uncachedInput: a, cacheRead: b, cacheWrite: c, output: d },
            {
              uncachedInputNanosPerMillion: pa,
              cacheReadNanosPerMillion: pb,
              cacheWriteNanosPerMillion: pc,
              outputNanosPerMillion: pd,
            },
          );
          const exact = BigInt(a) * pa + BigInt(b) * pb + BigInt(c) * pc + BigInt(d) * pd;
          expect(cost * 1_000_000n >= exact && (cost - 1n) * 1_000_000n < exact).toBe(true);
        },
      ),
    );
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %s tokens", (output) => {
    expect(() => priceCall({ ...none, output }, prices)).toThrow(`${output} tokens`);
  });
});
