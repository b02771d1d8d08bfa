import { describe, expect, it } from "vitest";
import { InvitedAddress } from "./invited-address.ts";

const problem = (typed: string) => InvitedAddress.safeParse(typed).error?.issues[0]?.message ?? null;

describe("an address to invite", () => {
  it("is kept in lower case, its domain as mail servers write it", () => {
    expect(InvitedAddress.parse("  Ines.Martin+x@Example.ORG ")).toBe("ines.martin+x@example.org");
    expect(InvitedAddress.parse("ines@münchen.example")).toBe("ines@xn--mnchen-3ya.example");
    expect(InvitedAddress.parse("ines@xn--mnchen-3ya.example")).toBe("ines@xn--mnchen-3ya.example");
    expect(InvitedAddress.parse("yuki@例え.example")).toMatch(/^yuki@xn--/);
    expect(InvitedAddress.parse("anna@почта.example")).toMatch(/^anna@xn--/);
  });

  it.each([
    "a@example.org, b@example.org",
    "a@example.org;b@example.org",
    "a@example.org b@example.org",
    "Ines <ines@example.org>",
    "a@b@example.org",
    '"a@b.example"@example.org',
  ])("is one: %j is refused", (typed) => {
    expect(problem(typed)).toMatch(/Give one address/);
  });

  it.each([
    "a@example.org\nBcc: b@example.org",
    "a@exam\r\nple.org",
    "a@exam\u200bple.org",
    "a\u202e@example.org",
    "a\0@example.org",
  ])("holds nothing that can't be seen: %j is refused", (typed) => {
    expect(problem(typed)).toMatch(/line break|can't be seen/);
  });

  it.each([
    ["а Cyrillic a among Latin letters", "ines@pаypal.example"],
    ["the same, already encoded", "ines@xn--pypal-4ve.example"],
    ["a whole word of Cyrillic look-alikes", "ines@аррӏе.example"],
    ["Greek omicron", "ines@gοogle.example"],
    ["a label that is no word at all", "ines@xn--a.example"],
  ])("is refused with a look-alike in the domain: %s", (_, typed) => {
    expect(problem(typed)).toMatch(/look like|not an e-mail address/);
  });

  it("is refused with a look-alike before the @, with a full-width @, or as no address at all", () => {
    expect(problem("іnes@example.org")).toMatch(/plain Latin letters/);
    for (const typed of [
      "ines＠example.org",
      "ines",
      "ines@",
      "@example.org",
      "ines@localhost",
      "ines@example..org",
      "ines@ｅxample.org",
    ]) {
      expect(problem(typed), typed).toMatch(/not an e-mail address/);
    }
    expect(problem(" ")).toMatch(/Type an e-mail address/);
    expect(
      problem(`${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.example`),
    ).not.toBeNull();
    expect(problem(`a@${"b".repeat(300)}.example`)).toMatch(/254/);
  });
});
