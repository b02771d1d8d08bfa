import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearnessOfPacked, packVector, unpackVector } from "./internal/memory/pack-vector.ts";
import { cleanMemory, MemoryText } from "./memory-text.ts";

describe("the text of a memory", () => {
  it("loses what nobody sees and keeps what was said", () => {
    expect(cleanMemory("  a\u0000b\u202Ec\r\nd\t e\n\n\n\nf  ")).toBe("a b c\nd e\n\nf");
    expect(cleanMemory("👩‍👩‍👧 Ö \uD800")).toBe("👩‍👩‍👧 Ö \uFFFD");
    expect(cleanMemory("<b>[x](https://example.org)</b>")).toBe("<b>[x](https://example.org)</b>");
  });

  it("cleaned again stays as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(cleanMemory(cleanMemory(text))).toBe(cleanMemory(text));
      }),
    );
  });

  it.each([
    ["", false],
    [" \u0007\n", false],
    ["x", true],
    ["x".repeat(2000), true],
    ["x".repeat(2001), false],
    ["🙂", true],
  ])("of some lengths: %#", (text, isGood) => {
    expect(MemoryText.safeParse(text).success).toBe(isGood);
  });
});

describe("a packed vector", () => {
  it("is as near to others as the vector itself, but for rounding", () => {
    const unit = fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 })
      .filter((values) => Math.hypot(...values) > 0.1)
      .map((values) => values.map((value) => value / Math.hypot(...values)));
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        const exact = one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
        const [near = Number.NaN] = nearnessOfPacked(packVector(one), other);
        expect(Math.abs(near - exact)).toBeLessThan(0.02);
        const again = unpackVector(packVector(one));
        expect(Math.abs(again.reduce((sum, value, at) => sum + value * (one[at] ?? 0), 0) - 1)).toBeLessThan(
          0.01,
        );
      }),
    );
  });
});
