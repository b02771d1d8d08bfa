import { expect, it } from "vitest";
import { saySettled } from "./say-settled.ts";

it("says what became of the calls that waited, and nothing of none", () => {
  expect(saySettled({ settledCalls: 0, settledNanos: 0n })).toBe("");
  expect(saySettled({ settledCalls: 1, settledNanos: 4_300_000n })).toBe(
    "1 call without a price was settled: $0.0043.",
  );
  expect(saySettled({ settledCalls: 3, settledNanos: 2_000_000_000n })).toBe(
    "3 calls without a price were settled: $2.00.",
  );
});
