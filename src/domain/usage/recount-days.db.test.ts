import { afterAll, beforeAll, expect, it } from "vitest";
import { finishSetUp } from "#domain/people/finish-set-up.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { recountDays } from "./recount-days.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("moves every call to its day in the new reporting zone, and the sum of the days stays what it was", async () => {
  const { ctx, clock } = await makeLedger(database);
  // In Kolkata, five and a half hours ahead, the first of these is on the 19th already.
  for (const at of ["2026-11-18T19:00:00Z", "2026-11-18T12:00:00Z", "2026-11-19T23:00:00Z"]) {
    await makeCall(ctx, { occurredAt: new Date(at) });
  }
  const worker = { db: database.worker, clock, keys: testKeys };
  await rollUpDays(worker);
  const calls = async () => {
    const { byDay, total } = await getUsage(ctx, { from: "2026-11-17", until: "2026-11-20" });
    return {
      days: byDay.filter((day) => day.callCount > 0).map((day) => `${day.date}: ${day.callCount}`),
      total: total.callCount,
    };
  };
  expect(await calls()).toEqual({ days: ["2026-11-18: 2", "2026-11-19: 1"], total: 3 });

  await finishSetUp(ctx, {
    personName: "Ines",
    organizationName: "Northwind",
    reportingZone: "Asia/Kolkata",
  });
  await inOrganization(ctx, recountDays);
  const moved = { days: ["2026-11-18: 1", "2026-11-19: 1", "2026-11-20: 1"], total: 3 };
  expect(await calls()).toEqual(moved);
  await rollUpDays(worker);
  expect(await calls()).toEqual(moved);
  expect(await inOrganization(ctx, ({ tx }) => tx.tokenUsageDaily.count())).toBe(3);
});
