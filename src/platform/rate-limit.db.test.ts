import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { openDatabase } from "./database.ts";
import { isAppError } from "./errors.ts";
import { LIMITS } from "./limits.ts";
import { consume, giveBack, tryAgain } from "./rate-limit.ts";
import type { System } from "./system.ts";

describe("a limit", () => {
  let database: TestDatabase;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.app, clock: fixedClock(), keys: testKeys };
  });
  afterAll(() => database.drop());
  afterEach(() => void vi.useRealTimers());

  const { points, perSeconds } = LIMITS.passwordPerNetwork;

  it("lets exactly its points through when 200 come at once, from two processes", async () => {
    const second = openDatabase(database.appUrl);
    const systems = [system, { ...system, db: second }];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        consume(systems[index % 2] ?? system, "passwordPerNetwork", "192.0.2.1"),
      ),
    );
    await second.close();
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(points);
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.every((reason) => isAppError(reason, "LIMIT_REACHED"))).toBe(true);
    const [reason] = refused;
    expect(reason.retryAfterSeconds).toBeGreaterThan(perSeconds - 60);
    expect(reason.retryAfterSeconds).toBeLessThanOrEqual(perSeconds);
    expect(reason.message).toMatch(/tried from your network\. Try again in 1[45] minutes\.$/);
  });

  it("counts every key, every limit and every network by itself", async () => {
    await expect(consume(system, "passwordPerNetwork", "192.0.2.1")).rejects.toThrow();
    expect((await consume(system, "passwordPerNetwork", "192.0.2.2")).remaining).toBe(points - 1);
    expect((await consume(system, "signInLinkPerNetwork", "192.0.2.1")).remaining).toBe(
      LIMITS.signInLinkPerNetwork.points - 1,
    );
    await consume(system, "passwordPerNetwork", "2001:db8::1");
    expect((await consume(system, "passwordPerNetwork", "2001:db8::ffff:2")).remaining).toBe(points - 2);
    expect((await consume(system, "passwordPerNetwork", "2001:db8:0:1::1")).remaining).toBe(points - 1);
  });

  it("starts again when its window is over", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const use = () => consume(system, "secondFactor", "somebody");
    for (let index = 0; index < LIMITS.secondFactor.points; index += 1) await use();
    await expect(use()).rejects.toThrow("Too many codes were tried. Try again in 60 minutes.");
    vi.setSystemTime(Date.now() + LIMITS.secondFactor.perSeconds * 1000 - 1000);
    await expect(use()).rejects.toThrow("Try again in a second.");
    vi.setSystemTime(Date.now() + 1001);
    expect(await use()).toMatchObject({ remaining: LIMITS.secondFactor.points - 1 });
  });

  it("says what is left and until when, and takes a point back", async () => {
    const { points, perSeconds } = LIMITS.upload;
    const use = () => consume(system, "upload", "somebody");
    expect(await use()).toEqual({ limit: "upload", remaining: points - 1, resetSeconds: perSeconds });
    expect(await use()).toMatchObject({ remaining: points - 2 });
    await giveBack(system, "upload", "somebody");
    expect(await use()).toMatchObject({ remaining: points - 2 });
  });

  it("stores no address, not even as a hash that could be tried out", async () => {
    await consume(system, "signInMailPerAddress", "person@example.test");
    const rows = await system.db.prisma.rateLimit.findMany();
    expect(rows.length).toBeGreaterThan(3);
    for (const { key } of rows) expect(key).toMatch(/^[A-Za-z]+:[\w-]{43}$/);
  });

  it("closes the ways in and leaves ordinary work alone when nothing can be counted", async () => {
    const db = openDatabase("postgres://nobody:nothing@127.0.0.1:1/none");
    const broken = { ...system, db };
    await expect(consume(broken, "passwordPerAccount", "a")).rejects.toMatchObject({
      code: "NOT_NOW",
      retryAfterSeconds: 60,
    });
    expect(await consume(broken, "upload", "a")).toMatchObject({ remaining: LIMITS.upload.points });
    await giveBack(broken, "upload", "a");
    await db.close();
  });

  it.each([
    [1, "Try again in a second."],
    [89, "Try again in 89 seconds."],
    [121, "Try again in 3 minutes."],
    [86_400, "Try again in 24 hours."],
  ])("says %i seconds as a person would", (seconds, text) => expect(tryAgain(seconds)).toBe(text));
});
