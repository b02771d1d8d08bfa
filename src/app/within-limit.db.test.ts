import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "#platform/limits.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { withinLimit } from "./within-limit.ts";

describe("an answer within a limit", () => {
  let database: TestDatabase;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.app, clock: fixedClock(), keys: testKeys };
  });
  afterAll(() => database.drop());

  const { points, perSeconds } = LIMITS.export;
  const ask = (answer = async () => Response.json({ done: true })) =>
    withinLimit(system, { limit: "export", key: "somebody" }, answer);

  it("says how much there is, what is left, and until when", async () => {
    const { headers } = await ask();
    expect(headers.get("ratelimit-policy")).toBe(`"export";q=${points};w=${perSeconds}`);
    expect(headers.get("ratelimit")).toBe(`"export";r=${points - 1};t=${perSeconds}`);
    expect(headers.get("retry-after")).toBeNull();
  });

  it("is 429 beyond it, with when to come back, and nothing is done", async () => {
    let done = 0;
    const work = async () => {
      done += 1;
      return Response.json({});
    };
    for (let index = 1; index < points; index += 1) expect((await ask(work)).status).toBe(200);
    const refused = await ask(work);
    expect(done).toBe(points - 1);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("ratelimit")).toMatch(/^"export";r=0;t=\d+$/);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(perSeconds - 60);
    expect(seconds).toBeLessThanOrEqual(perSeconds);
    expect(await refused.text()).toMatch(/exported many times.*Try again in \d+ minutes\./);
  });
});
