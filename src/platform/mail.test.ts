import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "#testing/mail-server.ts";
import { parseEnv } from "./env.ts";
import { type Mailer, openMail } from "./mail.ts";

const mail = { to: "ines@example.test", subject: "Grüße", text: "Hello – text", html: "<p>Hello – html</p>" };

describe("the way to a mail server", () => {
  let server: MailServer;
  let mailer: Mailer;
  const open = (SMTP_URL: string) => {
    const opened = openMail(
      parseEnv({ SMTP_URL, MAIL_FROM: "Episodic <us@example.test>", ORIGIN: "https://episodic.test/" }),
    );
    if (!opened) throw new Error("no mailer");
    return opened;
  };
  beforeAll(async () => {
    server = await startMailServer();
    mailer = open(server.url);
  });
  beforeEach(() => {
    server.refuse("RCPT", null);
    server.refuse("DATA", null);
  });
  afterAll(() => server.close());

  it("is not there where none is configured, and needs the origin of links where one is", () => {
    expect(openMail(parseEnv({}))).toBeNull();
    expect(() => openMail(parseEnv({ SMTP_URL: server.url, MAIL_FROM: "us@example.test" }))).toThrow(
      "ORIGIN must be set",
    );
    expect(() => parseEnv({ SMTP_URL: server.url })).toThrow("MAIL_FROM must be set where SMTP_URL is");
    expect(() =>
      parseEnv({ SMTP_URL: server.url, MAIL_FROM: "Us <us@example.test>\r\nBcc: x@y.zz" }),
    ).toThrow("MAIL_FROM must be an address");
    expect(() => parseEnv({ SMTP_URL: "http://example.test", MAIL_FROM: "us@example.test" })).toThrow(
      "SMTP_URL must be a URL",
    );
  });

  it("carries a mail with both parts, from whom it is configured, as one that a machine wrote", async () => {
    expect(await mailer.send(mail)).toEqual({ outcome: "SENT" });
    const [got] = server.to("ines@example.test");
    expect(got?.recipients).toEqual(["ines@example.test"]);
    expect(got?.parsed).toMatchObject({
      subject: "Grüße",
      from: { name: "Episodic", address: "us@example.test" },
      to: [{ address: "ines@example.test" }],
      text: expect.stringContaining("Hello – text"),
      html: expect.stringContaining("Hello – html"),
      messageId: expect.stringContaining("@example.test>"),
    });
    expect(got?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mailer.origin).toBe("https://episodic.test");
  });

  it.each([
    "a@example.test\r\nBcc: b@example.test",
    "a@example.test\n",
    "a@example.test, b@example.test",
    "a@example.test b@example.test",
    "A <a@example.test>",
    "group:a@example.test;",
    "а@example.test",
    `${"a".repeat(250)}@example.test`,
    "",
  ])("sends nothing to %j", async (to) => {
    const before = server.received.length;
    await expect(mailer.send({ ...mail, to })).rejects.toThrow("one address");
    expect(server.received).toHaveLength(before);
  });

  it("takes no second line into the subject", async () => {
    await expect(mailer.send({ ...mail, subject: "Hello\r\nBcc: b@example.test" })).rejects.toThrow(
      "one line",
    );
  });

  it("answers with a refusal that is final, and throws what may pass", async () => {
    server.refuse("RCPT", 550);
    expect(await mailer.send(mail)).toEqual({ outcome: "REFUSED", reason: "answer 550 to RCPT TO" });
    server.refuse("RCPT", 451);
    await expect(mailer.send(mail)).rejects.toThrow();
    server.refuse("RCPT", null);
    server.refuse("DATA", 554);
    expect(await mailer.send(mail)).toEqual({ outcome: "REFUSED", reason: "answer 554 to DATA" });
    server.refuse("DATA", 452);
    await expect(mailer.send(mail)).rejects.toThrow();
  });

  it("throws when nobody listens", async () => {
    const nobody = createServer();
    const port = await new Promise<number>((resolve) =>
      nobody.listen(0, "127.0.0.1", () => resolve((nobody.address() as { port: number }).port)),
    );
    await new Promise((resolve) => nobody.close(resolve));
    await expect(open(`smtp://127.0.0.1:${port}`).send(mail)).rejects.toThrow(/ECONNREFUSED/);
  });
});
