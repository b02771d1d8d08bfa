import { describe, expect, it } from "vitest";
import { NewPassword, TypedPassword } from "./password-text.ts";

const problem = (schema: typeof NewPassword | typeof TypedPassword, typed: unknown) =>
  schema.safeParse(typed).error?.issues[0]?.message ?? null;

describe("the text of a password", () => {
  it.each([
    ["", "Type your password."],
    ["ninechars", /^10 characters at least/],
    ["x".repeat(129), /^A password has at most 128/],
    ["x".repeat(1_000_000), /^A password has at most 128/],
    ["e\u0301".repeat(600), /^A password has at most 128/],
    ["          ", /^A password of spaces alone/],
    ["\u3000\u00a0".repeat(8), /^A password of spaces alone/],
    ["good enough\0here", /can't be typed/],
    ["good enough\nhere", /can't be typed/],
    ["good enough\ud800", /half a character/],
    [null, "Type your password."],
    [["a password in a list"], "Type your password."],
  ])("%j is not taken as a new one", (typed, said) => {
    expect(problem(NewPassword, typed)).toMatch(said);
  });

  it("counts characters as people do, and takes spaces and any script", () => {
    expect(problem(NewPassword, "👍".repeat(10))).toBeNull();
    expect(problem(NewPassword, "👍".repeat(9))).toMatch(/^10 characters/);
    expect(problem(NewPassword, "𝒳".repeat(128))).toBeNull();
    expect(problem(NewPassword, "e\u0301".repeat(128))).toBeNull();
    expect(NewPassword.parse("  spaces kept  ")).toBe("  spaces kept  ");
  });

  it("is the same however its accents were typed, and nothing else is changed", () => {
    expect(TypedPassword.parse("cafe\u0301 cre\u0300me")).toBe(TypedPassword.parse("caf\u00e9 cr\u00e8me"));
    expect(TypedPassword.parse("ﬁne")).toBe("ﬁne");
    expect(TypedPassword.parse("Case Stays ")).toBe("Case Stays ");
  });

  it("may be short or have any character where it is only compared", () => {
    expect(TypedPassword.parse("x")).toBe("x");
    expect(problem(TypedPassword, "x".repeat(1_000_000))).toMatch(/^A password has at most 128/);
    expect(problem(TypedPassword, "\udc00")).toMatch(/half a character/);
  });
});
