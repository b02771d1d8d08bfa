import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import type { Cadence } from "./cadence.ts";
import { enqueueDue } from "./enqueue-due.ts";
import { startProject } from "./start-project.ts";
import { zoneDataVersion } from "./zone-data-version.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const BERLIN: Cadence = { days: EVERY_DAY, time: "07:30", timeZone: "Europe/Berlin" };

describe("enqueueDue", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  // A tick serves every organization: what a test made is no business of the next.
  afterEach(() => database.worker.pool.query("update project_schedule set is_active = false"));

  async function start(now: string, cadence: Cadence = BERLIN, project: Prisma.ProjectUpdateInput = {}) {
    const clock = fixedClock(now);
    const { ctx } = await makeOrganization(database.app, { clock });
    const { projectId } = await startProject(ctx, { title: "Series", goal: "Learn.", cadence });
    await inOrganization(ctx, ({ tx }) => tx.project.update({ where: { id: projectId }, data: project }));
    const rows = async () => {
      const found = await inOrganization(ctx, ({ tx }) =>
        tx.episodeScheduleQueue.findMany({ where: { projectId }, orderBy: { occurrenceKey: "asc" } }),
      );
      return found.map(({ occurrenceKey, status }) => `${occurrenceKey} ${status}`);
    };
    return {
      clock,
      ctx,
      projectId,
      rows,
      tick: () => enqueueDue({ db: database.worker, clock, keys: testKeys }),
      schedule: () => scheduleOf(ctx, projectId),
    };
  }

  const scheduleOf = (ctx: Ctx, projectId: string) =>
    inOrganization(ctx, ({ tx }) => tx.projectSchedule.findUniqueOrThrow({ where: { projectId } }));

  it("puts a slot into the queue when its lead time begins, and not before", async () => {
    const { clock, rows, tick, schedule } = await start("2026-11-20T06:00:00Z");
    expect(await schedule()).toMatchObject({
      nextOccurrenceKey: "2026-11-20",
      nextSlotAt: new Date("2026-11-20T06:30:00Z"),
      nextDueAt: new Date("2026-11-20T06:15:00Z"),
    });
    clock.set("2026-11-20T06:14:59Z");
    expect(await tick()).toMatchObject({ pending: 0 });
    expect(await schedule()).toMatchObject({ lastCheckedAt: null });

    clock.set("2026-11-20T06:15:00Z");
    expect(await tick()).toEqual({ pending: 1, skipped: 0, unreadable: [] });
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
    expect(await schedule()).toMatchObject({
      lastOccurrenceKey: "2026-11-20",
      nextOccurrenceKey: "2026-11-21",
      nextSlotAt: new Date("2026-11-21T06:30:00Z"),
      lastCheckedAt: clock.now(),
      lastAttemptedAt: null,
      lastSucceededAt: null,
    });
  });

  it("does nothing the second time", async () => {
    const { clock, rows, tick } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-20T06:20:00Z");
    await tick();
    expect(await tick()).toMatchObject({ pending: 0, skipped: 0 });
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
  });

  it("enqueues a slot once when many tickers run at once", async () => {
    const { clock, rows, tick } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-20T06:20:00Z");
    const ticks = await Promise.all(Array.from({ length: 6 }, tick));
    expect(ticks.reduce((sum, { pending }) => sum + pending, 0)).toBe(1);
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
  });

  it("repeats nothing when the clock is set back an hour", async () => {
    const { clock, rows, tick, schedule } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-20T06:40:00Z");
    await tick();
    clock.set("2026-11-20T05:40:00Z");
    for (let minute = 0; minute < 75; minute += 5) {
      clock.advance(5 * 60_000);
      await tick();
    }
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
    expect(await schedule()).toMatchObject({ nextOccurrenceKey: "2026-11-21" });
  });

  it("repeats nothing in an hour that comes twice", async () => {
    const { clock, rows, tick } = await start("2026-10-24T12:00:00Z", { ...BERLIN, time: "02:30" });
    clock.set("2026-10-25T00:15:00Z");
    for (let minute = 0; minute < 150; minute += 10) {
      await tick();
      clock.advance(10 * 60_000);
    }
    expect(await rows()).toEqual(["2026-10-25 PENDING"]);
  });

  it.each([
    ["LATEST", ["2026-11-20 SKIPPED", "2026-11-21 SKIPPED", "2026-11-22 PENDING"]],
    ["ALL", ["2026-11-20 PENDING", "2026-11-21 PENDING", "2026-11-22 PENDING"]],
    ["SKIP", ["2026-11-20 SKIPPED", "2026-11-21 SKIPPED", "2026-11-22 SKIPPED"]],
  ] as const)("after three days without a worker, %s leaves %j", async (missedSlotPolicy, expected) => {
    const { clock, ctx, rows, tick, schedule } = await start("2026-11-20T06:00:00Z", BERLIN, {
      missedSlotPolicy,
    });
    clock.set("2026-11-22T20:00:00Z");
    await tick();
    expect(await rows()).toEqual(expected);
    expect(await schedule()).toMatchObject({
      lastOccurrenceKey: "2026-11-22",
      nextOccurrenceKey: "2026-11-23",
    });
    const found = await inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findMany());
    const startsAt = found
      .filter(({ status }) => status === "PENDING")
      .map((row) => row.availableAt.getTime());
    expect(new Set(startsAt).size).toBe(startsAt.length);
    expect(found.filter(({ status, reason }) => status === "SKIPPED" && !reason)).toEqual([]);
  });

  it("stops at the end of a cadence", async () => {
    const { clock, rows, tick, schedule } = await start("2026-11-20T06:00:00Z", {
      ...BERLIN,
      endDate: "2026-11-20",
    });
    clock.set("2026-11-20T06:20:00Z");
    await tick();
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
    expect(await schedule()).toMatchObject({ nextOccurrenceKey: null, nextSlotAt: null, nextDueAt: null });
    clock.set("2026-11-25T06:20:00Z");
    expect(await tick()).toMatchObject({ pending: 0, skipped: 0 });
  });

  it("leaves a removed project alone", async () => {
    const { clock, ctx, projectId, rows, tick } = await start("2026-11-20T06:00:00Z");
    await inOrganization(ctx, ({ tx }) =>
      tx.projectSchedule.update({ where: { projectId }, data: { isActive: false } }),
    );
    clock.set("2026-11-20T06:20:00Z");
    await tick();
    expect(await rows()).toEqual([]);
  });

  it("moves coming slots when the zone data is newer, and keeps their dates", async () => {
    const { clock, ctx, projectId, rows, tick, schedule } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-20T06:16:00Z");
    await tick();
    // As if the row and the schedule had been computed before Berlin abolished summer time a month early.
    await inOrganization(ctx, async ({ tx }) => {
      await tx.episodeScheduleQueue.updateMany({
        where: { projectId },
        data: { slotAt: new Date("2026-11-20T07:30:00Z"), availableAt: new Date("2026-11-20T07:15:00Z") },
      });
      await tx.projectSchedule.update({
        where: { projectId },
        data: {
          nextSlotAt: new Date("2026-11-21T05:30:00Z"),
          nextDueAt: new Date("2026-11-21T05:15:00Z"),
          zoneDataVersion: "2020a",
        },
      });
    });
    await tick();
    expect(await schedule()).toMatchObject({
      lastOccurrenceKey: "2026-11-20",
      nextOccurrenceKey: "2026-11-21",
      nextSlotAt: new Date("2026-11-21T06:30:00Z"),
      nextDueAt: new Date("2026-11-21T06:15:00Z"),
      zoneDataVersion: zoneDataVersion(),
    });
    const [row] = await inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findMany());
    expect(row).toMatchObject({
      slotAt: new Date("2026-11-20T06:30:00Z"),
      availableAt: new Date("2026-11-20T06:15:00Z"),
      status: "PENDING",
    });
    expect(await rows()).toEqual(["2026-11-20 PENDING"]);
  });

  it("does not let older zone data undo newer", async () => {
    const { clock, ctx, projectId, tick, schedule } = await start("2026-11-20T06:00:00Z");
    const nextSlotAt = new Date("2026-11-20T05:45:00Z");
    await inOrganization(ctx, ({ tx }) =>
      tx.projectSchedule.update({ where: { projectId }, data: { nextSlotAt, zoneDataVersion: "2999a" } }),
    );
    clock.set("2026-11-20T06:05:00Z");
    await tick();
    expect(await schedule()).toMatchObject({ nextSlotAt, zoneDataVersion: "2999a" });
  });

  it("serves the others when a cadence can't be read, and names it", async () => {
    const broken = await start("2026-11-20T06:00:00Z", BERLIN, {
      cadenceConfig: { ...BERLIN, timeZone: "Mars/Base" },
    });
    const good = await start("2026-11-20T06:00:00Z");
    good.clock.set("2026-11-20T06:20:00Z");
    expect(await good.tick()).toEqual({ pending: 1, skipped: 0, unreadable: [broken.projectId] });
    expect(await good.rows()).toEqual(["2026-11-20 PENDING"]);
  });

  it("keeps to the organization of each project", async () => {
    const one = await start("2026-11-20T06:00:00Z");
    const other = await start("2026-11-20T06:00:00Z");
    one.clock.set("2026-11-20T06:20:00Z");
    await one.tick();
    for (const { ctx, projectId } of [one, other]) {
      const seen = await inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findMany());
      expect(seen.map((row) => [row.organizationId, row.projectId])).toEqual([
        [ctx.organizationId, projectId],
      ]);
    }
  });
});
