import { expect, test } from "vitest";
import { describeSecret, newAuthenticatorSecret, stepOfCode } from "./authenticator-code.ts";

const secret = new TextEncoder().encode("12345678901234567890");

// RFC 6238, appendix B (SHA-1): the last six of the eight digits, and the time step.
test.each([
  [59, "287082", 1n],
  [1_111_111_109, "081804", 37_037_036n],
  [1_111_111_111, "050471", 37_037_037n],
  [1_234_567_890, "005924", 41_152_263n],
  [2_000_000_000, "279037", 66_666_666n],
  [20_000_000_000, "353130", 666_666_666n],
])("at second %d the code is %s", (second, code, step) => {
  expect(stepOfCode(secret, code, new Date(second * 1000))).toBe(step);
});

test("a code is right one step early and one step late, and no further away", () => {
  const at = (offset: number) => new Date((1_111_111_109 + offset) * 1000);
  for (const offset of [-30, 0, 30]) expect(stepOfCode(secret, "081804", at(offset))).toBe(37_037_036n);
  for (const offset of [-60, 60]) expect(stepOfCode(secret, "081804", at(offset))).toBeNull();
});

test("spaces do not count; what is no code is refused without an error", () => {
  const at = new Date(59_000);
  expect(stepOfCode(secret, " 287 082 ", at)).toBe(1n);
  for (const typed of ["", "287", "28708x", "2870829", "２８７０８２", "-87082", "0".repeat(10_000)])
    expect(stepOfCode(secret, typed, at)).toBeNull();
});

test("a phone and a person are shown the same secret", () => {
  const { uri, typed } = describeSecret(secret, "ines@example.test");
  expect(typed).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
  const shown = new URL(uri);
  expect(decodeURIComponent(shown.pathname)).toContain("Episodic:ines@example.test");
  expect(shown.searchParams.get("secret")).toBe(typed.replaceAll(" ", ""));
  expect(newAuthenticatorSecret()).toHaveLength(20);
  expect(newAuthenticatorSecret()).not.toEqual(newAuthenticatorSecret());
});
