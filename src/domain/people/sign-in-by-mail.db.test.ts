import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { parseEnv } from "#platform/env.ts";
import { AppError } from "#platform/errors.ts";
import { type Mailer, openMail } from "#platform/mail.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { type MailServer, startMailServer } from "#testing/mail-server.ts";
import { testKeys } from "#testing/test-keys.ts";
import { findSession } from "./find-session.ts";
import { findSignInRequest } from "./find-sign-in-request.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { sendAccountMail } from "./send-account-mail.ts";
import { signInByCode } from "./sign-in-by-code.ts";
import { startSession } from "./start-session.ts";

let database: TestDatabase;
let server: MailServer;
let mailer: Mailer;
let clock: FixedClock;
let system: System;
let worker: System;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startMailServer();
  const settings = { SMTP_URL: server.url, MAIL_FROM: "us@example.test", ORIGIN: "https://episodic.test" };
  mailer = openMail(parseEnv(settings)) as Mailer;
  clock = fixedClock();
  const from = { address: "203.0.113.9", userAgent: null };
  system = { db: database.app, clock, keys: testKeys, from };
  worker = { db: database.worker, clock, keys: testKeys };
});
afterEach(() => {
  vi.restoreAllMocks();
  server.refuse("RCPT", null);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const someAddress = () => `person-${randomBytes(6).toString("hex")}@example.test`;

/** Somebody of an address of their own, in an organization of their own. */
async function somebody(): Promise<{ email: string; userId: string }> {
  const { userId } = await makeOrganization(database.app, { clock });
  const { email } = await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } });
  return { email: email ?? "", userId };
}

/** Each test asks from a network of its own, so that none uses up another's limit. */
const elsewhere = (): System => ({
  ...system,
  from: { address: `198.51.${randomBytes(1)[0]}.${randomBytes(1)[0]}`, userAgent: null },
});

async function ask(email: string) {
  const asked = await requestSignIn(elsewhere(), { email });
  const { id } = await database.app.prisma.signInToken.findFirstOrThrow({
    where: { email: email.toLowerCase() },
    orderBy: { id: "desc" },
  });
  const work = () => sendAccountMail(worker, mailer, { mail: "sign_in", signInTokenId: id });
  return { ...asked, id, work };
}

/** What the newest mail to an address carries. */
function proofs(email: string) {
  const text = server.to(email).at(-1)?.parsed.text ?? "";
  const [code = ""] = /[B-Z]{4}-[B-Z]{4}/.exec(text) ?? [];
  const [, signInToken = ""] = /https:\/\/episodic\.test\/sign-in\/(\S+)/.exec(text) ?? [];
  return { code, signInToken };
}

const messageOf = (trying: Promise<unknown>) =>
  trying.then(
    () => "it worked",
    (error: AppError) => `${error.code}: ${error.message}`,
  );

describe("signing in by mail", () => {
  it("brings in by the code, in any way of typing it, and proves the address", async () => {
    const { email, userId } = await somebody();
    const { browserSecret, work } = await ask(email.toUpperCase());
    expect(await work()).toEqual({ outcome: "SENT" });
    const { code } = proofs(email);
    const typed = ` ${code.toLowerCase().replace("-", " ")}`;
    const { token, stage } = await signInByCode(system, { browserSecret, code: typed });
    expect(stage).toBe("COMPLETE");
    const found = await findSession(system, token);
    expect(found?.session.method).toBe("EMAIL_CODE");
    const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.emailVerifiedAt).toEqual(clock.now());
  });

  it("brings in by the link, in any browser, and proves the address", async () => {
    const { email, userId } = await somebody();
    await (await ask(email)).work();
    const { token } = await startSession(elsewhere(), { signInToken: proofs(email).signInToken });
    expect((await findSession(system, token))?.session.method).toBe("EMAIL_LINK");
    const user = await database.app.prisma.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.emailVerifiedAt).not.toBeNull();
  });

  it("counts code and link as one proof, also when both are used at the same moment", async () => {
    const { email } = await somebody();
    const { browserSecret, work } = await ask(email);
    await work();
    const { code, signInToken } = proofs(email);
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        index % 2
          ? startSession(elsewhere(), { signInToken })
          : signInByCode(system, { browserSecret, code }),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("answers a wrong, a used, an expired and an unknown code with one text, and one of another browser", async () => {
    const { email } = await somebody();
    const stranger = await ask(someAddress());
    await stranger.work();
    const { browserSecret, work } = await ask(email);
    const wrong = await messageOf(signInByCode(system, { browserSecret, code: "BBBB-BBBB" }));
    const early = await messageOf(signInByCode(system, { browserSecret, code: "BCDF-GHJK" }));
    await work();
    const { code } = proofs(email);
    const answers = [
      early,
      await messageOf(signInByCode(system, { browserSecret: stranger.browserSecret, code })),
      await messageOf(signInByCode(system, { browserSecret: "made-up", code })),
      await messageOf(signInByCode(system, { browserSecret, code: "no code" })),
    ];
    await signInByCode(system, { browserSecret, code });
    answers.push(await messageOf(signInByCode(system, { browserSecret, code })));
    const late = await ask(email);
    await late.work();
    clock.advance(10 * 60_000);
    const lateCode = { browserSecret: late.browserSecret, code: proofs(email).code };
    answers.push(await messageOf(signInByCode(system, lateCode)));
    expect(wrong).toMatch(/^NOT_NOW: This code does not work/);
    expect(new Set(answers)).toEqual(new Set([wrong]));
  });

  it.each([
    ["somebody here has the address", true],
    ["nobody here has it", false],
  ])("counts twenty guesses at once right, where %s", async (_, isHere) => {
    const email = isHere ? (await somebody()).email : someAddress();
    const { browserSecret, id, work } = await ask(email);
    await work();
    const guess = () => messageOf(signInByCode(system, { browserSecret, code: "BBBB-BBBB" }));
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(new Set(answers).size).toBe(1);
    const row = await database.app.prisma.signInToken.findUniqueOrThrow({ where: { id } });
    expect(row.wrongCodes).toBe(5);
    if (!isHere) return;
    const { code, signInToken } = proofs(email);
    expect(await messageOf(signInByCode(system, { browserSecret, code }))).toBe(answers[0]);
    // Whoever guesses does not lock out who reads the mail.
    await expect(startSession(elsewhere(), { signInToken })).resolves.toMatchObject({ stage: "COMPLETE" });
  });

  it("lets the right one of twenty codes in that come at once, when fewer than five were wrong", async () => {
    const { email } = await somebody();
    const { browserSecret, work } = await ask(email);
    await work();
    const { code } = proofs(email);
    const codes = [
      "BBBB-BBBB",
      "CCCC-CCCC",
      "DDDD-DDDD",
      "FFFF-FFFF",
      ...Array.from({ length: 16 }, () => code),
    ];
    const answers = await Promise.all(
      codes.map((typed) => messageOf(signInByCode(system, { browserSecret, code: typed }))),
    );
    expect(answers.filter((answer) => answer === "it worked")).toHaveLength(1);
  });
});

describe("asking for a sign-in mail", () => {
  /** What the web does, by what it says to the database. */
  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const said: string[] = [];
    const original = pg.Client.prototype.query;
    vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ) {
      const [query] = given as [string | { text: string }];
      said.push(typeof query === "string" ? query : query.text);
      return Reflect.apply(original, this, given);
    } as never);
    await work();
    vi.restoreAllMocks();
    return said;
  }

  it("does the very same for an address that somebody has and for one that nobody has", async () => {
    const { email } = await somebody();
    // The first request prepares what later ones find.
    await requestSignIn(system, { email: someAddress() });
    const known = await statementsOf(() => requestSignIn(system, { email }));
    const unknown = await statementsOf(() => requestSignIn(system, { email: someAddress() }));
    expect(known.join("\n")).toMatch(/rate_limit[\s\S]*sign_in_token[\s\S]*enqueue_job/);
    expect(known.join("\n")).not.toMatch(/"user"/);
    expect(unknown).toEqual(known);
  });

  it("and so does a wrong code", async () => {
    const { email } = await somebody();
    const [known, unknown] = [await ask(email), await ask(someAddress())];
    await Promise.all([known.work(), unknown.work()]);
    const guess = (browserSecret: string) =>
      statementsOf(() => messageOf(signInByCode(system, { browserSecret, code: "BBBB-BBBB" })));
    const said = await guess(known.browserSecret);
    expect(said.length).toBeGreaterThan(1);
    expect(await guess(unknown.browserSecret)).toEqual(said);
  });

  it.each([
    "not an address",
    "a@example.test,b@example.test",
    "a@example.test\r\nBcc: b@example.test",
    "аdmin@example.test",
    `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(80)}.test`,
  ])("refuses %j, with nothing kept", async (email) => {
    const before = await database.app.prisma.signInToken.count();
    await expect(requestSignIn(elsewhere(), { email })).rejects.toMatchObject({
      code: "INVALID",
      fields: { email: expect.any(String) },
    });
    expect(await database.app.prisma.signInToken.count()).toBe(before);
  });

  it("is limited for each address, whoever has it, and says when to come back", async () => {
    const { email } = await somebody();
    for (const address of [email, someAddress()]) {
      for (let count = 0; count < 5; count += 1) await requestSignIn(elsewhere(), { email: address });
      await expect(requestSignIn(elsewhere(), { email: address })).rejects.toMatchObject({
        code: "LIMIT_REACHED",
        retryAfterSeconds: expect.any(Number),
      });
    }
  });

  it("stores neither secret, code nor token, and tells its own browser what it asked", async () => {
    const { email } = await somebody();
    const { browserSecret, id, work } = await ask(email);
    await work();
    const row = await database.app.prisma.signInToken.findUniqueOrThrow({ where: { id } });
    const { code, signInToken } = proofs(email);
    expect(code && signInToken).not.toBe("");
    for (const secret of [browserSecret, signInToken, code, code.replace("-", "")]) {
      expect(JSON.stringify(row)).not.toContain(secret);
    }
    expect(await findSignInRequest(system, browserSecret)).toEqual({ email, isOpen: true });
    expect(await findSignInRequest(system, "made-up")).toBeNull();
  });
});

describe("the worker that sends the mail", () => {
  it("writes to nobody for an address that nobody has, or nobody any more", async () => {
    const address = someAddress();
    expect(await (await ask(address)).work()).toEqual({ outcome: "NOT_WRITTEN" });
    const { email, userId } = await somebody();
    await database.app.prisma.user.update({ where: { id: userId }, data: { deletedAt: clock.now() } });
    expect(await (await ask(email)).work()).toEqual({ outcome: "NOT_WRITTEN" });
    expect([...server.to(address), ...server.to(email)]).toEqual([]);
  });

  it("sends once, though the task runs again", async () => {
    const { email } = await somebody();
    const { work } = await ask(email);
    await work();
    expect(await work()).toEqual({ outcome: "NOT_WRITTEN" });
    expect(server.to(email)).toHaveLength(1);
  });

  it("tries again after a failure, with a new code: what an earlier mail carried is dead", async () => {
    const { email } = await somebody();
    const { browserSecret, id, work } = await ask(email);
    await work();
    const first = proofs(email);
    // As when the process ends between sending and noting it.
    await database.app.prisma.signInToken.update({ where: { id }, data: { sentAt: null } });
    server.refuse("RCPT", 451);
    await expect(work()).rejects.toThrow();
    server.refuse("RCPT", null);
    expect(await work()).toEqual({ outcome: "SENT" });
    expect(server.to(email)).toHaveLength(2);
    await expect(signInByCode(system, { browserSecret, code: first.code })).rejects.toThrow();
    await expect(startSession(elsewhere(), first)).rejects.toThrow();
    await signInByCode(system, { browserSecret, code: proofs(email).code });
  });

  it("lets an address that the server refuses for good be", async () => {
    const { email } = await somebody();
    server.refuse("RCPT", 550);
    expect(await (await ask(email)).work()).toMatchObject({ outcome: "REFUSED" });
  });

  it("sends nothing after the ten minutes", async () => {
    const { email } = await somebody();
    const { work } = await ask(email);
    clock.advance(10 * 60_000);
    expect(await work()).toEqual({ outcome: "NOT_WRITTEN" });
    expect(server.to(email)).toEqual([]);
  });

  it("lets nobody in by a mail to an address that is no longer theirs", async () => {
    const { email, userId } = await somebody();
    const { browserSecret, work } = await ask(email);
    await work();
    const { code, signInToken } = proofs(email);
    await database.app.prisma.user.update({ where: { id: userId }, data: { email: someAddress() } });
    await expect(startSession(elsewhere(), { signInToken })).rejects.toBeInstanceOf(AppError);
    await expect(signInByCode(system, { browserSecret, code })).rejects.toBeInstanceOf(AppError);
  });

  it("sends a notice with the way to the sessions", async () => {
    const { email, userId } = await somebody();
    const notice = { mail: "notice", userId, notice: "password_changed", at: clock.now() } as const;
    expect(await sendAccountMail(worker, mailer, notice)).toEqual({ outcome: "SENT" });
    const mail = server.to(email)[0];
    expect(mail?.parsed.text).toContain("Your password was changed.");
    expect(mail?.parsed.text).toContain("https://episodic.test/account/sessions");
  });
});
