import { describe, expect, it } from "vitest";
import { EmailAddress } from "./email-address.ts";

describe("an e-mail address", () => {
  it.each([
    ["Ines@Example.org", "ines@example.org"],
    ["  ines.martin+news@mail.example.org ", "ines.martin+news@mail.example.org"],
    ["o'neil@example.ie", "o'neil@example.ie"],
    ["i@xn--80ak6aa92e.xn--p1ai", "i@xn--80ak6aa92e.xn--p1ai"],
  ])("%j is one", (given, kept) => {
    expect(EmailAddress.parse(given)).toBe(kept);
  });

  it.each([
    ["no address", "ines"],
    ["a list", "ines@example.org,eve@example.org"],
    ["a list with semicolons", "ines@example.org;eve@example.org"],
    ["a list with blanks", "ines@example.org eve@example.org"],
    ["two at signs", "ines@example.org@evil.org"],
    ["a name and an address", "Ines <ines@example.org>"],
    ["a group", "all:ines@example.org;"],
    ["quoted", '"ines@example.org"@evil.org'],
    ["a Cyrillic а", "inеs@example.org"],
    ["a Kelvin sign, whose lower case is a k", "\u212Aim@example.org"],
    ["a wide at sign", "ines＠example.org"],
    ["a domain in another script", "ines@exаmple.org"],
    ["a zero-width space", "ines\u200B@example.org"],
    ["a line break at the end", "ines@example.org\n"],
    ["a line break before", "\r\nines@example.org"],
    ["a header", "ines@example.org\r\nBcc: eve@example.org"],
    ["a zero byte", "ines@example.org\0"],
    ["a comment", "ines(x)@example.org"],
    ["a percent hack", "ines%evil.org@"],
    ["an IP address", "ines@127.0.0.1"],
    ["an address literal", "ines@[127.0.0.1]"],
    ["dots in a row", "ines..martin@example.org"],
    ["a dot first", ".ines@example.org"],
    ["a local part of 65", `${"a".repeat(65)}@example.org`],
    ["more than 254 characters", `a@${"b.".repeat(130)}org`],
    ["nothing", ""],
  ])("%s is none", (_, given) => {
    expect(EmailAddress.safeParse(given).success).toBe(false);
  });

  it("says the same of any that is refused for its form", () => {
    const say = (given: string) => EmailAddress.safeParse(given).error?.issues[0]?.message;
    expect(say("inеs@example.org")).toBe(say("a@b.org,c@d.org"));
  });
});
