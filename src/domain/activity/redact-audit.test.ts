import { describe, expect, it } from "vitest";
import { maskAddresses, redactAudit } from "./redact-audit.ts";

const redact = (after: Record<string, unknown>) =>
  redactAudit({ action: "project.change", targetType: "project", targetId: "p", after: after as never })
    .after;

describe("what the audit log holds of a change", () => {
  it.each([
    "password",
    "newPassword",
    "reset_token",
    "API-Key",
    "apiKey",
    "secret",
    "tokenHash",
    "code",
    "recoveryCodes",
    "sealedSecret",
    "authorization",
    "session cookie",
    "key",
  ])("is no secret: %s", (field) => {
    expect(redact({ [field]: "correct horse battery staple" })).toEqual({ [field]: "[left out]" });
    expect(redact({ deep: { [field]: ["one", { two: 3 }] } })).toEqual({ deep: { [field]: "[left out]" } });
    expect(redact({ [field]: 123_456 })).toEqual({ [field]: "[left out]" });
  });

  it.each(["occurrenceKey", "keyId", "timeZone", "passkeyName", "encoded", "hashtag"])(
    "is what is only named a little like a secret: %s",
    (field) => {
      expect(redact({ [field]: "2026-11-23" })).toEqual({ [field]: "2026-11-23" });
    },
  );

  it("tells whether there is a secret, which is none", () => {
    expect(redact({ password: null, token: true })).toEqual({ password: null, token: true });
  });

  it("is not what a person wrote, but how long it was", () => {
    expect(redact({ note: "Bob is late again", text: "é", instructions: { a: 1 }, quote: null })).toEqual({
      note: "[17 characters]",
      text: "[1 character]",
      instructions: "[7 characters]",
      quote: null,
    });
  });

  it("is an address behind a mask, wherever it stands", () => {
    expect(
      redact({
        email: "ada.lovelace@example.org",
        title: "Ask ada@example.org, or Bob <bob+x@mail.example.co.uk>!",
        list: ["ü.ö@bücher.example"],
        "ada@example.org": 1,
      }),
    ).toEqual({
      email: "a…@example.org",
      title: "Ask a…@example.org, or Bob <b…@mail.example.co.uk>!",
      list: ["ü…@bücher.example"],
      "a…@example.org": 1,
    });
    expect(maskAddresses("a…@example.org")).toBe("a…@example.org");
    expect(maskAddresses("root@localhost and @handle")).toBe("r…@localhost and @handle");
  });

  it("cuts what is long, between characters", () => {
    const { title } = redact({ title: `${"x".repeat(78)}😀😀😀` }) as { title: string };
    expect([...title]).toHaveLength(80);
    expect(title.endsWith("😀…")).toBe(true);
    expect(redact({ other: "y".repeat(80) })).toEqual({ other: "y".repeat(80) });
    const list = redact({ ids: Array.from({ length: 1_000 }, () => 1) }) as { ids: unknown[] };
    expect(list.ids).toHaveLength(401);
    expect(list.ids.at(-1)).toBe("[600 more]");
  });

  it("is what JSON in PostgreSQL can hold", () => {
    expect(redact({ title: "a\0b\ud800", at: new Date(0), none: undefined, far: Number.NaN })).toEqual({
      title: "ab\ufffd",
      at: "1970-01-01T00:00:00.000Z",
      far: null,
    });
    let deep: Record<string, unknown> = { end: "x" };
    for (let level = 0; level < 50; level += 1) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain("[more, left out]");
  });

  it("takes no longer for a text that was made to be slow", () => {
    const began = performance.now();
    redact({ title: "a.".repeat(500_000), other: "a@".repeat(300_000) });
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
