import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeCalls, makeLedger } from "#testing/factories/make-call.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene(...given: [zone?: string, now?: string]) {
  const made = await makeLedger(database, ...given);
  /** The roll-up as the worker runs it, for all organizations of this file. */
  const rollUp = () => rollUpDays({ db: database.worker, clock: made.clock, keys: testKeys });
  return { ...made, rollUp };
}

const ledger = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany({ orderBy: { occurredAt: "asc" } }));
const daily = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsageDaily.findMany({ orderBy: [{ day: "asc" }, { id: "asc" }] }));

describe("rolling up", () => {
  it("sums each day by project, model and purpose, and changes nothing when it runs again", async () => {
    const { ctx, clock, projectId, rollUp } = await makeScene();
    await makeCall(ctx, { projectId });
    await makeCall(ctx, { projectId });
    await makeCall(ctx, { projectId, purpose: "episode.check" });
    await makeCall(ctx, { settlement: "ESTIMATED", occurredAt: new Date("2026-11-19T12:00:00Z") });
    expect(await rollUp()).toBeGreaterThanOrEqual(2);
    const first = await daily(ctx);
    expect(first).toMatchObject([
      {
        day: new Date("2026-11-19"),
        projectId: null,
        callCount: 1n,
        estimatedCount: 1n,
        costNanos: CALL_COST,
      },
      { day: new Date("2026-11-20"), projectId, purpose: expect.any(String) },
      { day: new Date("2026-11-20"), projectId, purpose: expect.any(String) },
    ]);
    expect(
      first.find(({ purpose, day }) => purpose === "episode.write" && day.getUTCDate() === 20),
    ).toMatchObject({
      callCount: 2n,
      uncachedInputTokens: 2000n,
      outputTokens: 200n,
      costNanos: 2n * CALL_COST,
      estimatedCount: 0n,
    });
    clock.advance(60_000);
    expect(await rollUp()).toBe(0);
    await inOrganization(ctx, ({ tx }) => tx.usageDay.updateMany({ data: { rolledUpAt: null } }));
    expect(await rollUp()).toBe(2);
    expect(await daily(ctx)).toEqual(first);
  });

  it("opens the day of a late call again, and only that", async () => {
    const { ctx, clock, rollUp } = await makeScene();
    for (const day of ["17", "18", "19"])
      await makeCall(ctx, { occurredAt: new Date(`2026-11-${day}T12:00:00Z`) });
    await rollUp();
    const before = await daily(ctx);
    clock.advance(3_600_000);
    await makeCall(ctx, { occurredAt: new Date("2026-11-18T23:59:59Z") });
    expect(await rollUp()).toBe(1);
    const after = await daily(ctx);
    expect(after.map(({ callCount }) => callCount)).toEqual([1n, 2n, 1n]);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  });

  it("puts right and takes out rows that the ledger does not bear out", async () => {
    const { ctx, rollUp, organizationId } = await makeScene();
    await makeCall(ctx);
    await rollUp();
    const right = await daily(ctx);
    await inOrganization(ctx, async ({ tx }) => {
      await tx.tokenUsageDaily.updateMany({ data: { costNanos: 1n } });
      const [row] = right;
      if (row) await tx.tokenUsageDaily.create({ data: { ...row, id: randomUUID(), purpose: "invented" } });
      await tx.usageDay.updateMany({ where: { organizationId }, data: { rolledUpAt: null } });
    });
    await rollUp();
    expect(await daily(ctx)).toEqual(right);
  });

  it("misses no call, however calls and roll-ups run into each other", async () => {
    const { ctx, rollUp } = await makeScene();
    const calls = Array.from({ length: 60 }, (_, at) =>
      makeCall(ctx, { occurredAt: new Date(Date.UTC(2026, 10, 18 + (at % 3), 12)) }),
    );
    const rollUps = Array.from({ length: 12 }, async () => {
      await Promise.race(calls.splice(0, 4));
      await rollUp();
    });
    await Promise.all([...calls, ...rollUps]);
    await rollUp();
    const rows = await daily(ctx);
    expect(rows.reduce((sum, row) => sum + row.callCount, 0n)).toBe(BigInt((await ledger(ctx)).length));
    expect(await ledger(ctx)).toHaveLength(60);
  });

  it("goes on with the others when one organization fails, and says so", async () => {
    const [broken, sound] = [await makeScene(), await makeScene()];
    await makeCall(broken.ctx);
    await makeCall(sound.ctx);
    const setZone = (reportingZone: string) =>
      inOrganization(broken.ctx, ({ tx, organizationId: id }) =>
        tx.organization.update({ where: { id }, data: { reportingZone } }),
      );
    await setZone("Mars/Olympus");
    await expect(sound.rollUp()).rejects.toThrow("1 organizations could not be rolled up");
    expect(await daily(sound.ctx)).toHaveLength(1);
    await setZone("UTC");
    expect(await sound.rollUp()).toBe(1);
  });

  it("keeps organizations apart", async () => {
    const [one, other] = [await makeScene("Europe/Berlin"), await makeScene("Asia/Kolkata")];
    await makeCall(one.ctx);
    await one.rollUp();
    expect(await daily(other.ctx)).toEqual([]);
    expect((await daily(one.ctx)).length).toBe(1);
  });
});

describe("days in the reporting zone", () => {
  /** Zones with a day of 23 and one of 25 hours, a half-hour change, a gap at midnight, a missing day, and odd offsets. */
  const CASES: [zone: string, from: string, until: string][] = [
    ["Europe/Berlin", "2026-03-27", "2026-03-31"],
    ["Europe/Berlin", "2026-10-23", "2026-10-27"],
    ["America/New_York", "2026-03-06", "2026-03-10"],
    ["Asia/Kolkata", "2026-03-27", "2026-03-31"],
    ["Asia/Kathmandu", "2026-03-27", "2026-03-31"],
    ["Australia/Lord_Howe", "2026-04-03", "2026-04-07"],
    ["Africa/Cairo", "2026-04-22", "2026-04-26"],
    ["Asia/Beirut", "2026-03-27", "2026-03-31"],
    ["Asia/Beirut", "2026-10-23", "2026-10-27"],
    ["America/Havana", "2026-10-30", "2026-11-03"],
    ["Pacific/Apia", "2011-12-28", "2012-01-01"],
    ["Pacific/Chatham", "2026-04-03", "2026-04-07"],
  ];

  it.each(CASES)(
    "of %s from %s to %s sum to the range, before and after the roll-up, each call on its local date",
    async (zone, from, until) => {
      const { ctx, rollUp } = await makeScene(zone, `${until}T23:00:00Z`);
      const start = Date.parse(`${from}T00:00:00Z`) - 86_400_000;
      const end = Date.parse(`${until}T00:00:00Z`) + 2 * 86_400_000;
      const localDate = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
      const expected = new Map<string, number>();
      const instants: Date[] = [];
      // Every 45 minutes, so that the hours around midnight are met on both sides.
      for (let at = start; at < end; at += 45 * 60_000) {
        const date = localDate.format(at);
        expected.set(date, (expected.get(date) ?? 0) + 1);
        instants.push(new Date(at));
      }
      await makeCalls(ctx, instants);
      const fresh = await getUsage(ctx, { from, until });
      await rollUp();
      const rolledUp = await getUsage(ctx, { from, until });
      expect(rolledUp).toEqual(fresh);
      expect(rolledUp.byDay.map((day) => [day.date, day.callCount])).toEqual(
        rolledUp.byDay.map(({ date }) => [date, expected.get(date) ?? 0]),
      );
      expect(rolledUp.byDay.reduce((sum, day) => sum + day.costNanos, 0n)).toBe(rolledUp.total.costNanos);
      expect(rolledUp.total.callCount).toBeGreaterThan(100);
      const stored = (await daily(ctx)).reduce((sum, row) => sum + row.callCount, 0n);
      expect(stored).toBe(BigInt((await ledger(ctx)).length));
    },
  );

  it("give 23 and 25 hours to the days of a clock change", async () => {
    for (const [day, hours] of [
      ["2026-03-29", 23],
      ["2026-10-25", 25],
    ] as const) {
      const { ctx } = await makeScene("Europe/Berlin", `${day}T12:00:00Z`);
      const noon = Date.parse(`${day}T12:00:00Z`);
      await makeCalls(
        ctx,
        Array.from({ length: 72 }, (_, hour) => new Date(noon + (hour - 36) * 3_600_000)),
      );
      expect((await getUsage(ctx, { from: day, until: day })).total.callCount).toBe(hours);
    }
  });
});
