import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDollars } from "./parse-dollars.ts";
import { writeDollars } from "./write-dollars.ts";

const nanos = (text: string) => {
  const read = parseDollars(text);
  return "nanos" in read ? read.nanos : read.problem;
};

describe("an amount of dollars", () => {
  it.each([
    ["12.50", 12_500_000_000n],
    ["$12.50", 12_500_000_000n],
    [" $ 12.5 ", 12_500_000_000n],
    ["12.50 USD", 12_500_000_000n],
    ["US$12", 12_000_000_000n],
    ["12 $", 12_000_000_000n],
    ["1200", 1_200_000_000_000n],
    ["1,200.00", 1_200_000_000_000n],
    ["1,200,000", 1_200_000_000_000_000n],
    ["0", 0n],
    ["0.00", 0n],
    [".5", 500_000_000n],
    ["5.", 5_000_000_000n],
    ["007", 7_000_000_000n],
    ["0.125", 125_000_000n],
    ["1.2340", 1_234_000_000n],
    ["0.000000001", 1n],
    ["0.0000000010000", 1n],
    ["1,000,000,000", 1_000_000_000_000_000_000n],
  ])("%s is understood", (text, expected) => {
    expect(nanos(text)).toBe(expected);
  });

  it.each([
    ["1,200", "1200 or 1.20"],
    ["1.200", "1200 or 1.20"],
    ["$1.234", "1234 or 1.2340"],
    ["1.200,00", "no points between the thousands: 1200.00."],
    ["1.200.000", "1200000."],
    ["12,50", "Write a point instead of the comma: 12.50."],
    [",5", "Write a point instead of the comma: .5."],
    ["-5", "can't be negative"],
    ["−5.00", "can't be negative"],
    ["-$5", "can't be negative"],
    ["$-5", "can't be negative"],
    ["", "Nothing was typed"],
    ["   ", "Nothing was typed"],
    ["$", "no amount of dollars"],
    [".", "no amount of dollars"],
    ["NaN", "“NaN” is no amount of dollars"],
    ["Infinity", "no amount"],
    ["1e3", "no amount"],
    ["0x10", "no amount"],
    ["12.5.0", "no amount"],
    ["1,20,000", "no amount"],
    ["12 50", "no amount"],
    ["twelve", "no amount"],
    ["€12", "no amount"],
    ["١٢", "no amount"],
    ["12\u0000", "no amount"],
    ["0.0000000001", "Nine digits"],
    ["1000000000.000000001", "most"],
    ["1000000001", "most"],
    ["9223372036854775808", "most"],
    ["9".repeat(5000), "most"],
  ])("%s is refused, and it is said why", (text, problem) => {
    expect(nanos(text)).toContain(problem);
  });

  it("reads back every amount as it was written, with or without groups", () => {
    const amounts = fc.tuple(
      fc.bigInt({ min: 0n, max: 999_999_999n }),
      fc.bigInt({ min: 0n, max: 999_999_999n }),
    );
    fc.assert(
      fc.property(amounts, ([whole, fraction]) => {
        const digits = String(fraction).padStart(9, "0");
        const expected = whole * 1_000_000_000n + fraction;
        expect(nanos(`${whole}.${digits}`)).toBe(expected);
        expect(nanos(`$${whole.toLocaleString("en-US")}.${digits}`)).toBe(expected);
      }),
    );
  });

  it("reads what is written for the form, always", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (amount) => {
        expect(nanos(writeDollars(amount))).toBe(amount);
      }),
    );
    expect(
      ["12.50", "1.2340", "0.00", "0.000000001"].map((text) => writeDollars(nanos(text) as bigint)),
    ).toEqual(["12.50", "1.2340", "0.00", "0.000000001"]);
  });

  it("answers whatever is typed, and never with less than nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-$ .,0-9]{1,12}$/)), (text) => {
        const read = nanos(text);
        expect(typeof read === "string" ? read.length > 10 : read >= 0n).toBe(true);
      }),
    );
  });
});
