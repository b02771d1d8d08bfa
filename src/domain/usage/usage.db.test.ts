import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { getUsage } from "./get-usage.ts";
import { installPrices } from "./install-prices.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";
import { recordUsage, type UsageCall } from "./record-usage.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const tokens = { uncachedInput: 1000, cacheRead: 0, cacheWrite: 0, output: 100 };
const COST = 4_500_000n;

function record(ctx: Ctx, call: Partial<UsageCall> = {}) {
  const whole = {
    callKey: randomUUID(),
    purpose: "episode.write",
    provider: "test",
    model: "small",
    tokens,
    ...call,
  } as const;
  return inOrganization(ctx, (inside) => recordUsage(inside, whole));
}

async function makeScene(reportingZone = "UTC", now = "2026-11-20T06:30:00Z") {
  const clock = fixedClock(now);
  const made = await makeOrganization(database.app, { reportingZone, clock });
  await makePrice(made.ctx);
  const { id: projectId } = await makeProject(made.ctx, { title: "Quay" });
  /** The roll-up as the worker runs it, for all organizations of this file. */
  const rollUp = () => rollUpDays({ db: database.worker, clock });
  return { ...made, clock, projectId, rollUp };
}

const ledger = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany({ orderBy: { occurredAt: "asc" } }));
const daily = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsageDaily.findMany({ orderBy: [{ day: "asc" }, { id: "asc" }] }));

describe("entering a call into the ledger", () => {
  it("keeps its buckets, its price and its cost, in the name of the person", async () => {
    const { ctx, projectId, userId } = await makeScene();
    const buckets = { uncachedInput: 1200, cacheRead: 6000, cacheWrite: 10, output: 800, reasoning: 300 };
    const entered = await record(ctx, { projectId, phase: "WRITE", tokens: buckets, durationMs: 1500 });
    expect(entered).toEqual({ isNew: true, costNanos: 17_437_500n });
    expect(await ledger(ctx)).toMatchObject([
      {
        projectId,
        userId,
        purpose: "episode.write",
        phase: "WRITE",
        costNanos: 17_437_500n,
        reasoningTokens: 300n,
        settlement: "EXACT",
        occurredAt: ctx.clock.now(),
      },
    ]);
  });

  it("enters a call once, however often and at once it is recorded", async () => {
    const { ctx } = await makeScene();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => record(ctx, { callKey: "run 1, write" })),
    );
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(outcomes.map(({ costNanos }) => costNanos)).toEqual(Array(8).fill(COST));
    expect(await ledger(ctx)).toHaveLength(1);
  });

  it("is undone with the transaction that it belongs to", async () => {
    const { ctx } = await makeScene();
    await expect(
      inOrganization(ctx, async (inside) => {
        await record(inside);
        throw new Error("the phase could not be kept");
      }),
    ).rejects.toThrow();
    expect(await ledger(ctx)).toEqual([]);
    expect((await getUsage(ctx, {})).total.callCount).toBe(0);
  });

  it("refuses a call whose model has no price at that instant: a missing price is never zero", async () => {
    const { ctx } = await makeScene();
    await expect(record(ctx, { model: "unheard-of" })).rejects.toMatchObject({
      code: "NOT_NOW",
      message: expect.stringContaining("no price for the model unheard-of"),
    });
    await expect(record(ctx, { occurredAt: new Date("1999-12-31T23:59:59Z") })).rejects.toMatchObject({
      code: "NOT_NOW",
    });
    expect(await ledger(ctx)).toEqual([]);
  });

  it("takes the price that held when the call was made; the organization's own goes before the list's", async () => {
    const { ctx } = await makeScene();
    await makePrice(ctx, {
      validFrom: new Date("2026-06-01T00:00:00Z"),
      outputNanosPerMillion: 30_000_000_000n,
    });
    const before = await record(ctx, { occurredAt: new Date("2026-05-31T23:59:59.999Z") });
    const after = await record(ctx, { occurredAt: new Date("2026-06-01T00:00:00Z") });
    expect([before.costNanos, after.costNanos]).toEqual([COST, 6_000_000n]);

    expect((await record(ctx, BUILT_IN_MODEL)).costNanos).toBe(0n);
    await makePrice(ctx, { ...BUILT_IN_MODEL, validFrom: new Date("2010-01-01T00:00:00Z") });
    expect((await record(ctx, BUILT_IN_MODEL)).costNanos).toBe(COST);
  });

  it("does not see the prices of another organization", async () => {
    const { ctx } = await makeOrganization(database.app);
    await makeScene();
    await expect(record(ctx)).rejects.toMatchObject({ code: "NOT_NOW" });
  });

  it("can't be changed or taken out by either run-time role", async () => {
    const { ctx, organizationId } = await makeScene();
    await record(ctx);
    for (const db of [database.app, database.worker]) {
      const acting = actingFor({ db, clock: ctx.clock }, organizationId, "test");
      await expect(
        inOrganization(acting, ({ tx }) => tx.tokenUsage.updateMany({ data: { costNanos: 0n } })),
      ).rejects.toThrow(/permission denied/);
      await expect(inOrganization(acting, ({ tx }) => tx.tokenUsage.deleteMany())).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});

describe("the maintained price list", () => {
  it("is installed once, and leaves what is there alone", async () => {
    expect(await installPrices(database.ownerUrl)).toBe(0);
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query(
      "select provider, model, output_nanos_per_million::text from model_price where organization_id is null",
    );
    await client.end();
    expect(rows).toEqual([{ ...BUILT_IN_MODEL, output_nanos_per_million: "0" }]);
  });
});

describe("rolling up", () => {
  it("sums each day by project, model and purpose, and changes nothing when it runs again", async () => {
    const { ctx, clock, projectId, rollUp } = await makeScene();
    await record(ctx, { projectId });
    await record(ctx, { projectId });
    await record(ctx, { projectId, purpose: "episode.check" });
    await record(ctx, { settlement: "ESTIMATED", occurredAt: new Date("2026-11-19T12:00:00Z") });
    expect(await rollUp()).toBeGreaterThanOrEqual(2);
    const first = await daily(ctx);
    expect(first).toMatchObject([
      { day: new Date("2026-11-19"), projectId: null, callCount: 1n, estimatedCount: 1n, costNanos: COST },
      { day: new Date("2026-11-20"), projectId, purpose: expect.any(String) },
      { day: new Date("2026-11-20"), projectId, purpose: expect.any(String) },
    ]);
    expect(
      first.find(({ purpose, day }) => purpose === "episode.write" && day.getUTCDate() === 20),
    ).toMatchObject({
      callCount: 2n,
      uncachedInputTokens: 2000n,
      outputTokens: 200n,
      costNanos: 2n * COST,
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
      await record(ctx, { occurredAt: new Date(`2026-11-${day}T12:00:00Z`) });
    await rollUp();
    const before = await daily(ctx);
    clock.advance(3_600_000);
    await record(ctx, { occurredAt: new Date("2026-11-18T23:59:59Z") });
    expect(await rollUp()).toBe(1);
    const after = await daily(ctx);
    expect(after.map(({ callCount }) => callCount)).toEqual([1n, 2n, 1n]);
    expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  });

  it("puts right and takes out rows that the ledger does not bear out", async () => {
    const { ctx, rollUp, organizationId } = await makeScene();
    await record(ctx);
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
      record(ctx, { occurredAt: new Date(Date.UTC(2026, 10, 18 + (at % 3), 12)) }),
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

  it("keeps organizations apart", async () => {
    const [one, other] = [await makeScene("Europe/Berlin"), await makeScene("Asia/Kolkata")];
    await record(one.ctx);
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
      await inOrganization(ctx, async (inside) => {
        // Every 45 minutes, so that the hours around midnight are met on both sides.
        for (let at = start; at < end; at += 45 * 60_000) {
          const date = localDate.format(at);
          expected.set(date, (expected.get(date) ?? 0) + 1);
          await record(inside, { occurredAt: new Date(at) });
        }
      });
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
      await inOrganization(ctx, async (inside) => {
        for (let hour = -36; hour < 36; hour++)
          await record(inside, { occurredAt: new Date(noon + hour * 3_600_000) });
      });
      expect((await getUsage(ctx, { from: day, until: day })).total.callCount).toBe(hours);
    }
  });
});

describe("reading what was used", () => {
  it("gives every day of the period, groups, and says which day is provisional where", async () => {
    const { ctx, projectId } = await makeScene("Pacific/Auckland", "2026-11-20T12:00:00Z");
    await record(ctx, { projectId });
    await record(ctx, { projectId, purpose: "episode.check", ...BUILT_IN_MODEL });
    await record(ctx, { occurredAt: new Date("2026-11-19T12:00:00Z") });
    const usage = await getUsage(ctx, { from: "2026-11-19", until: "2026-11-22" });
    expect(usage).toMatchObject({
      zone: "Pacific/Auckland",
      today: "2026-11-21",
      total: { callCount: 3, costNanos: 2n * COST, uncachedInputTokens: 3000, outputTokens: 300 },
      byDay: [
        { date: "2026-11-19", callCount: 0, isProvisional: false },
        { date: "2026-11-20", callCount: 1, isProvisional: false },
        { date: "2026-11-21", callCount: 2, isProvisional: true },
        { date: "2026-11-22", callCount: 0, isProvisional: true },
      ],
      byModel: [
        { model: "small", callCount: 2 },
        { ...BUILT_IN_MODEL, callCount: 1, costNanos: 0n },
      ],
      byPurpose: [
        { label: "Writing", callCount: 2 },
        { label: "Checking", callCount: 1 },
      ],
    });
    expect(usage.byProject).toEqual([
      expect.objectContaining({ projectId, title: "Quay", callCount: 2 }),
      expect.objectContaining({ projectId: null, title: null, callCount: 1 }),
    ]);
    const ofProject = await getUsage(ctx, { projectId });
    expect(ofProject.total.callCount).toBe(2);
    expect(ofProject.byDay).toHaveLength(30);
    expect(ofProject.byDay.at(-1)?.date).toBe("2026-11-21");
  });

  it("keeps the name of a removed project", async () => {
    const { ctx, projectId } = await makeScene();
    await record(ctx, { projectId });
    await inOrganization(ctx, ({ tx }) => tx.project.updateMany({ data: { deletedAt: new Date() } }));
    expect((await getUsage(ctx, {})).byProject).toMatchObject([{ title: "Quay" }]);
  });

  it("refuses a period that ends before it begins, spans years, or is none", async () => {
    const { ctx } = await makeScene();
    await expect(getUsage(ctx, { from: "2026-11-02", until: "2026-11-01" })).rejects.toMatchObject({
      code: "INVALID",
    });
    await expect(getUsage(ctx, { from: "0001-01-01" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(getUsage(ctx, { from: "2026-02-30" })).rejects.toMatchObject({
      code: "INVALID",
      fields: { from: expect.any(String) },
    });
  });

  it("shows another organization nothing, and is refused to an editor", async () => {
    const made = await makeScene();
    await record(made.ctx, { projectId: made.projectId });
    const stranger = await makeScene();
    expect((await getUsage(stranger.ctx, { projectId: made.projectId })).total.callCount).toBe(0);
    expect((await getUsage(stranger.ctx, {})).total.callCount).toBe(0);
    await expect(getUsage(await asMember(made, "EDITOR"), {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
