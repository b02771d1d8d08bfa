import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { judgeOutage } from "./judge-outage.ts";
import { liveThroughOutage, type Outage } from "./live-through-outage.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("due episodes outlive an outage of their provider, each is written once, and nobody comes back too early", async () => {
  const outage: Outage = {
    organizations: 3,
    projectsOfEach: 3,
    workers: 2,
    runsAtATime: 4,
    takeEverySeconds: 3,
    fromSecond: 5,
    untilSecond: 65,
  };
  const judged = await judgeOutage(database, outage, await liveThroughOutage(database, outage));
  expect(judged.faults).toEqual([]);
  expect(judged.runs).toBe(9);
  expect(judged.refused).toBeGreaterThan(4);
  expect(judged.told).toBeGreaterThan(1);
  expect(judged.drainedAfterSeconds).toBeGreaterThan(0);
}, 120_000);
