import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import type { Cadence } from "./cadence.ts";
import { getSchedule } from "./get-schedule.ts";
import { saveCadence } from "./save-cadence.ts";
import { startProject } from "./start-project.ts";

const BERLIN: Cadence = { days: [1, 2, 3, 4, 5, 6, 7], time: "07:30", timeZone: "Europe/Berlin" };

describe("saveCadence", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function start(now: string, cadence: Cadence = BERLIN) {
    const clock = fixedClock(now);
    const made = await makeOrganization(database.app, { clock });
    const { ctx } = made;
    const { projectId } = await startProject(ctx, { title: "Series", goal: "Learn.", cadence });
    return {
      made,
      ctx,
      clock,
      projectId,
      save: (change: Partial<Cadence>, cadenceVersion = 1) =>
        saveCadence(ctx, { projectId, cadenceVersion, cadence: { ...cadence, ...change } }),
      schedule: () =>
        inOrganization(ctx, ({ tx }) => tx.projectSchedule.findUniqueOrThrow({ where: { projectId } })),
      rows: () =>
        inOrganization(ctx, ({ tx }) =>
          tx.episodeScheduleQueue.findMany({ where: { projectId }, orderBy: { occurrenceKey: "asc" } }),
        ),
    };
  }

  it("stores the rule and sets the next slot by it", async () => {
    const { ctx, projectId, save, schedule } = await start("2026-11-20T04:00:00Z");
    expect(await save({ time: "09:00", timeZone: "europe/london" })).toEqual({
      cadenceVersion: 2,
      nextSlotAt: new Date("2026-11-20T09:00:00Z"),
    });
    expect(await schedule()).toMatchObject({
      cadenceVersion: 2,
      nextOccurrenceKey: "2026-11-20",
      nextSlotAt: new Date("2026-11-20T09:00:00Z"),
      nextDueAt: new Date("2026-11-20T08:45:00Z"),
    });
    const read = await getSchedule(ctx, { projectId });
    expect(read.cadence).toEqual({ ...BERLIN, time: "09:00", timeZone: "Europe/London" });
    expect(read.preview?.sentence).toBe("Every day at 09:00, London time.");
    expect(read.preview?.occurrences).toHaveLength(10);
  });

  it("tells the second of two browsers what has changed, and keeps the first", async () => {
    const { ctx, projectId, save } = await start("2026-11-20T04:00:00Z");
    await save({ time: "09:00" });
    const second = await save({ days: [1] }).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(AppError);
    expect(second).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("It now says: Every day at 09:00, Berlin time."),
    });
    expect(Object.keys((second as AppError).fields).sort()).toEqual(["days", "time"]);
    expect((await getSchedule(ctx, { projectId })).cadence).toMatchObject({
      time: "09:00",
      days: BERLIN.days,
    });
  });

  it("lets one of two win who save at the same moment", async () => {
    const { save, schedule } = await start("2026-11-20T04:00:00Z");
    const outcomes = await Promise.allSettled([save({ time: "09:00" }), save({ time: "10:00" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await schedule()).toMatchObject({ cadenceVersion: 2 });
  });

  it("gives a date no second episode when the time moves after its slot", async () => {
    const { clock, save, rows, schedule } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-20T06:45:00Z");
    await save({ time: "09:00" });
    expect((await rows()).map(({ occurrenceKey }) => occurrenceKey)).toEqual(["2026-11-20"]);
    expect(await schedule()).toMatchObject({
      lastOccurrenceKey: "2026-11-20",
      nextOccurrenceKey: "2026-11-21",
      nextSlotAt: new Date("2026-11-21T08:00:00Z"),
    });
  });

  it("gives a date no second episode when the series moves to the other side of the date line", async () => {
    const auckland = { ...BERLIN, timeZone: "Pacific/Auckland" };
    const { clock, save, schedule } = await start("2026-11-19T17:00:00Z", auckland);
    clock.set("2026-11-19T18:31:00Z");
    await save({ timeZone: "America/Los_Angeles" });
    // 20 November has been decided in Auckland; it begins in Los Angeles hours later.
    expect(await schedule()).toMatchObject({
      lastOccurrenceKey: "2026-11-20",
      nextOccurrenceKey: "2026-11-21",
    });
  });

  it("does not make up for a time that is over on the day it is chosen", async () => {
    const { save, schedule, rows } = await start("2026-11-20T06:00:00Z");
    await save({ time: "05:00" });
    expect(await rows()).toEqual([]);
    expect(await schedule()).toMatchObject({ nextOccurrenceKey: "2026-11-21" });
  });

  it("moves the slot of a row that waits, and of an episode that is ready", async () => {
    const { ctx, projectId, save, rows } = await start("2026-11-20T04:00:00Z");
    const slotAt = new Date("2026-11-20T06:30:00Z");
    const availableAt = new Date("2026-11-20T04:00:00Z");
    await makeRun(ctx, projectId, { occurrenceKey: "2026-11-20", slotAt, availableAt });
    const tomorrow = new Date("2026-11-21T06:30:00Z");
    await makeRun(ctx, projectId, {
      occurrenceKey: "2026-11-21",
      slotAt: tomorrow,
      status: "READY",
      readyAt: ctx.clock.now(),
    });
    await save({ time: "12:00" });
    expect(await rows()).toMatchObject([
      {
        status: "PENDING",
        slotAt: new Date("2026-11-20T11:00:00Z"),
        availableAt: new Date("2026-11-20T10:45:00Z"),
      },
      { status: "READY", slotAt: new Date("2026-11-21T11:00:00Z") },
    ]);
  });

  it("cancels a row that nobody began when its date no longer belongs, and keeps one that was begun", async () => {
    const { ctx, projectId, save, rows } = await start("2026-11-20T04:00:00Z");
    const make = (day: number, rest: object) =>
      makeRun(ctx, projectId, {
        occurrenceKey: `2026-11-${day}`,
        slotAt: new Date(`2026-11-${day}T06:30:00Z`),
        ...rest,
      });
    await make(20, {});
    await make(21, { status: "READY", readyAt: ctx.clock.now() });
    await save({ days: [1] });
    expect(await rows()).toMatchObject([
      { status: "CANCELLED", reason: "The cadence no longer has this date." },
      { status: "READY", slotAt: new Date("2026-11-21T06:30:00Z") },
    ]);
  });

  it("decides what is due already by the old rule", async () => {
    const { clock, save, rows } = await start("2026-11-20T06:00:00Z");
    clock.set("2026-11-22T12:00:00Z");
    await save({ days: [1] });
    expect((await rows()).map(({ occurrenceKey, status }) => `${occurrenceKey} ${status}`)).toEqual([
      "2026-11-20 SKIPPED",
      "2026-11-21 SKIPPED",
      "2026-11-22 PENDING",
    ]);
  });

  it("leaves an audit row with the old and the new rule", async () => {
    const { ctx, save } = await start("2026-11-20T04:00:00Z");
    await save({ time: "09:00" });
    const entry = await inOrganization(ctx, ({ tx }) =>
      tx.auditLog.findFirstOrThrow({ where: { action: "cadence.change" } }),
    );
    expect(entry.before).toMatchObject({ cadence: { time: "07:30" } });
    expect(entry.after).toMatchObject({ cadence: { time: "09:00" }, missedSlotPolicy: "LATEST" });
  });

  it("answers another organization as if the project did not exist", async () => {
    const { projectId } = await start("2026-11-20T04:00:00Z");
    const other = await makeOrganization(database.app);
    const cadence = BERLIN;
    for (const id of [projectId, "00000000-0000-4000-8000-000000000000", "nonsense"]) {
      const refused = saveCadence(other.ctx, { projectId: id, cadenceVersion: 1, cadence });
      await expect(refused).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: expect.stringMatching(/no such/),
      });
    }
  });

  it("is refused to a reader, and a bad cadence to everybody", async () => {
    const { made, ctx, projectId } = await start("2026-11-20T04:00:00Z");
    const reader = await asMember(made, "READER");
    await expect(
      saveCadence(reader, { projectId, cadenceVersion: 1, cadence: BERLIN }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const bad = { ...BERLIN, time: "25:00" };
    await expect(saveCadence(ctx, { projectId, cadenceVersion: 1, cadence: bad })).rejects.toMatchObject({
      code: "INVALID",
      fields: { "cadence.time": expect.stringMatching(/00:00 to 23:59/) },
    });
  });
});
