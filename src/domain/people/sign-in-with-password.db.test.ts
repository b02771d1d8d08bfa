import { argon2Sync } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isAppError } from "#platform/errors.ts";
import { LIMITS } from "#platform/limits.ts";
import { consume } from "#platform/rate-limit.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import {
  type SignedInPerson,
  signedInPerson,
  whoHolds,
  withAuthenticatorApp,
} from "#testing/sign-in-scene.ts";
import { testKeys } from "#testing/test-keys.ts";
import { rememberDevice } from "./remember-device.ts";
import { setPassword } from "./set-password.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

const PASSWORD = "Tokyo-Falafel-91";
let addresses = 0;

describe("signing in by password", () => {
  let database: TestDatabase;
  let system: System;
  let person: SignedInPerson;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  beforeEach(async () => {
    system = { db: database.app, clock: fixedClock(), keys: testKeys };
    person = await signedInPerson(system);
    await setPassword(person.me, { password: PASSWORD });
  });
  afterAll(() => database.drop());

  /** Every try comes from a network of its own, unless said otherwise. */
  const from = (
    address = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`,
  ) => ({
    ...system,
    from: { address, userAgent: "Test" },
  });
  const enter = (password: string, more: { email?: string; deviceToken?: string } = {}) =>
    signInWithPassword(from(), { email: person.email, password, ...more });
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => "let in",
      (error) =>
        isAppError(error) ? { code: error.code, message: error.message, fields: error.fields } : error,
    );

  it("opens a session that says so", async () => {
    const { token, stage, userId } = await enter(PASSWORD);
    expect({ stage, userId }).toEqual({ stage: "COMPLETE", userId: person.me.userId });
    expect((await whoHolds(system, token)).session.method).toBe("PASSWORD");
  });

  it("asks for the second factor of who has one", async () => {
    await withAuthenticatorApp(person.me);
    expect((await enter(PASSWORD)).stage).toBe("SECOND_FACTOR_DUE");
  });

  it("answers an unknown address, a person without a password, a wrong one and a deleted person in the same words", async () => {
    const without = await signedInPerson(system);
    const gone = await signedInPerson(system);
    await setPassword(gone.me, { password: PASSWORD });
    await database.app.prisma.user.update({
      where: { id: gone.me.userId },
      data: { deletedAt: system.clock.now() },
    });
    const answers = [
      await refusal(enter("not the password")),
      await refusal(enter(PASSWORD, { email: "nobody@example.test" })),
      await refusal(enter(PASSWORD, { email: without.email })),
      await refusal(enter(PASSWORD, { email: gone.email })),
    ];
    expect(answers[0]).toMatchObject({ code: "INVALID", message: expect.stringMatching(/is not right/) });
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("takes as long for an address that nobody has", async () => {
    const timed = async (email: string) => {
      const start = performance.now();
      await refusal(enter("not the password", { email }));
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let index = 0; index < LIMITS.passwordPerAccount.points; index += 1) {
      known.push(await timed(person.email));
      unknown.push(await timed(`nobody-${index}@example.test`));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const ratio = median(unknown) / median(known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.67);
  });

  it("takes the address in any case, and no letter that only looks like one of it", async () => {
    expect((await enter(PASSWORD, { email: ` ${person.email.toUpperCase()} ` })).stage).toBe("COMPLETE");
    for (const [letter, twin] of [
      ["e", "е"],
      ["s", "ſ"],
      ["p", "р"],
      ["o", "о"],
    ] as const) {
      const email = person.email.replace(letter, twin);
      expect(email).not.toBe(person.email);
      expect(await refusal(enter(PASSWORD, { email }))).toMatchObject({
        fields: { email: expect.any(String) },
      });
    }
    const kim = await signedInPerson(system);
    const email = "kim@example.test";
    await database.app.prisma.user.update({ where: { id: kim.me.userId }, data: { email } });
    await setPassword(kim.me, { password: PASSWORD });
    expect((await enter(PASSWORD, { email })).userId).toBe(kim.me.userId);
    expect(await refusal(enter(PASSWORD, { email: "\u212aim@example.test" }))).toMatchObject({
      code: "INVALID",
    });
  });

  it("takes the password however its accents were typed", async () => {
    await setPassword(person.me, { password: "café crème ou thé" });
    expect((await enter("cafe\u0301 cre\u0300me ou the\u0301")).stage).toBe("COMPLETE");
  });

  it.each([
    ["nothing", ""],
    ["a megabyte", "x".repeat(1_000_000)],
    ["half a character", `${PASSWORD}\ud800`],
  ])("refuses %s before anything is looked up, counted or hashed", async (_, password) => {
    const counted = () => database.app.prisma.rateLimit.count();
    const before = await counted();
    expect(await refusal(enter(password))).toMatchObject({
      code: "INVALID",
      fields: { password: expect.any(String) },
    });
    expect(await counted()).toBe(before);
  });

  it.each([
    `${PASSWORD} `,
    ` ${PASSWORD}`,
    PASSWORD.toLowerCase(),
    `${PASSWORD}\0`,
    "   ",
    PASSWORD.slice(0, -1),
  ])("refuses %j, which is nearly it", async (password) =>
    expect(await refusal(enter(password))).toMatchObject({ code: "INVALID" }),
  );

  it("makes a hash anew that was made at another cost", async () => {
    const nonce = Buffer.alloc(16, 7);
    const hash = argon2Sync("argon2id", {
      message: PASSWORD,
      nonce,
      tagLength: 32,
      memory: 8192,
      passes: 1,
      parallelism: 1,
    });
    const text = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    const { prisma } = database.app;
    const where = { id: person.me.userId };
    await prisma.user.update({
      where,
      data: { passwordHash: `$argon2id$v=19$m=8192,t=1,p=1$${text(nonce)}$${text(hash)}` },
    });
    await enter(PASSWORD);
    const { passwordHash } = await prisma.user.findUniqueOrThrow({ where });
    expect(passwordHash).toMatch(/m=19456,t=2,p=1/);
    expect((await enter(PASSWORD)).stage).toBe("COMPLETE");
  });

  describe("while somebody guesses from many addresses", () => {
    const guesses = LIMITS.passwordPerAccount.points;

    it("stops them all after ten, and lets a browser in that the account knows", async () => {
      const deviceToken = rememberDevice(system, person.me.userId, undefined);
      for (let index = 0; index < guesses; index += 1) {
        expect(await refusal(enter(`guess ${index}`))).toMatchObject({ code: "INVALID" });
      }
      expect(await refusal(enter(PASSWORD))).toMatchObject({
        code: "LIMIT_REACHED",
        message: expect.stringMatching(
          /Every other way of signing in still works\. Try again in 1[45] minutes\./,
        ),
      });
      const foreign = rememberDevice(system, "01900000-0000-7000-8000-000000000000", undefined);
      expect(await refusal(enter(PASSWORD, { deviceToken: foreign }))).toMatchObject({
        code: "LIMIT_REACHED",
      });
      expect((await enter(PASSWORD, { deviceToken })).stage).toBe("COMPLETE");
    });

    it("stops them in the same words for an address that nobody has", async () => {
      const email = "nobody-at-all@example.test";
      for (let index = 0; index < guesses; index += 1) await refusal(enter("guess", { email }));
      const unknown = await refusal(enter("guess", { email }));
      for (let index = 0; index < guesses; index += 1) await refusal(enter("guess"));
      const known = await refusal(enter("guess"));
      expect(known).toMatchObject({ code: "LIMIT_REACHED" });
      const withoutTime = (answer: object) => JSON.stringify(answer).replace(/\d+ minutes/, "");
      expect(withoutTime(unknown)).toBe(withoutTime(known));
    });

    it("counts a known browser by itself: it is stopped too, and stops nobody else", async () => {
      const deviceToken = rememberDevice(system, person.me.userId, undefined);
      for (let index = 0; index < LIMITS.passwordPerDevice.points; index += 1) {
        await refusal(enter("guess", { deviceToken }));
      }
      expect(await refusal(enter(PASSWORD, { deviceToken }))).toMatchObject({ code: "LIMIT_REACHED" });
      expect((await enter(PASSWORD)).stage).toBe("COMPLETE");
    });
  });

  it("stops a network that tries many accounts, and counts nothing that was right", async () => {
    const office = "203.0.113.9";
    const inOffice = (email: string) =>
      refusal(signInWithPassword(from(office), { email, password: PASSWORD }));
    const left = 8;
    for (let used = left; used < LIMITS.passwordPerNetwork.points; used += 1) {
      await consume(system, "passwordPerNetwork", office);
    }
    for (let group = 0; group < 2; group += 1) {
      const colleagues = Array.from({ length: left }, () => inOffice(person.email));
      expect(new Set(await Promise.all(colleagues))).toEqual(new Set(["let in"]));
    }
    const tries = Array.from({ length: left + 5 }, (_, index) => inOffice(`somebody-${index}@example.test`));
    const codes = (await Promise.all(tries)).map((one) => (typeof one === "string" ? one : one.code));
    expect(codes.filter((code) => code === "INVALID")).toHaveLength(left);
    expect(codes.filter((code) => code === "LIMIT_REACHED")).toHaveLength(5);
    expect(await inOffice(person.email)).toMatchObject({ code: "LIMIT_REACHED" });
    expect((await enter(PASSWORD)).stage).toBe("COMPLETE");
  });
});
