import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { killCalls } from "./killed-calls/kill-calls.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("a process killed in the middle of a call leaves a ledger that is not below the bill, and the next pays for nothing again", {
  timeout: 120_000,
}, async () => {
  const points = ["when the answer is whole", "after it is settled"] as const;
  const { kills, faults, crashed, billedNanos, ledgerNanos } = await killCalls(database, {
    kills: 2,
    points,
  });
  expect(faults).toEqual([]);
  expect([...kills.keys()]).toEqual([...points]);
  expect(crashed).toBe(1);
  expect(ledgerNanos).toBeGreaterThan(billedNanos);
});
