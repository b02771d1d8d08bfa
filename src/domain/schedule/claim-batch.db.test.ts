import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { type FixedClock, fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { releaseLease } from "./release-lease.ts";

describe("claimBatch", () => {
  let database: TestDatabase;
  let clock: FixedClock;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    clock = fixedClock();
    system = { db: database.worker, clock, keys: testKeys };
    // What earlier tests left claimable is taken away through the same door.
    while (
      (await claimBatch(system, { workerId: "sweep", size: 500, organizationConcurrency: 1000 })).length > 0
    );
  });

  const organization = () => makeOrganization(database.app, { clock });
  async function makeRuns(ctx: Ctx, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const project = await makeProject(ctx);
      ids.push((await makeRun(ctx, project.id)).id);
    }
    return ids;
  }
  const read = (ctx: Ctx, id: string) =>
    inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } }));

  it("hands out a run with a lease, a token and its facts, and notes the attempt", async () => {
    const { ctx, organizationId } = await organization();
    const project = await makeProject(ctx);
    const run = await makeRun(ctx, project.id, {
      occurrenceKey: "2026-11-20",
      slotAt: new Date("2026-11-20T06:45:00Z"),
    });

    const [claimed, ...rest] = await claimBatch(system, { workerId: "one", size: 5 });
    expect(rest).toEqual([]);
    expect(claimed).toEqual({
      queueId: run.id,
      organizationId,
      projectId: project.id,
      occurrenceKey: "2026-11-20",
      slotAt: new Date("2026-11-20T06:45:00Z"),
      attempt: 1,
      leaseToken: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const row = await read(ctx, run.id);
    expect(row).toMatchObject({
      status: "GENERATING",
      claimedBy: "one",
      attempts: 1,
      startedAt: clock.now(),
    });
    const schedule = await inOrganization(ctx, ({ tx }) =>
      tx.projectSchedule.findUniqueOrThrow({ where: { projectId: project.id } }),
    );
    expect(schedule).toMatchObject({
      lastAttemptedAt: clock.now(),
      lastCheckedAt: null,
      lastSucceededAt: null,
    });
  });

  it("takes nothing before its time, and a retry at its time", async () => {
    const { ctx } = await organization();
    const project = await makeProject(ctx);
    const availableAt = new Date(clock.now().getTime() + 60_000);
    await makeRun(ctx, project.id, { status: "RETRYING", attempts: 2, availableAt });
    expect(await claimBatch(system, { workerId: "one", size: 5 })).toEqual([]);
    clock.advance(60_000);
    expect(await claimBatch(system, { workerId: "one", size: 5 })).toMatchObject([{ attempt: 3 }]);
  });

  it("takes only what waits: every other status is left alone", async () => {
    const { ctx } = await organization();
    const project = await makeProject(ctx);
    const now = clock.now();
    const end = { finishedAt: now, reason: "It ended." };
    const row = (day: number, rest: object) =>
      makeRun(ctx, project.id, { occurrenceKey: `2026-10-0${day}`, ...rest });
    await row(1, { status: "HELD", heldAt: now, reason: "Held." });
    await row(2, { status: "READY", readyAt: now });
    await row(3, { status: "PUBLISHED", readyAt: now, publishedAt: now, finishedAt: now });
    await row(4, { status: "FAILED", ...end });
    await row(5, { status: "QUARANTINED", ...end });
    await row(6, { status: "SKIPPED", ...end });
    await row(7, { status: "CANCELLED", ...end });
    expect(await claimBatch(system, { workerId: "one", size: 50 })).toEqual([]);
  });

  it("gives each run to one of many workers that claim at once", async () => {
    const { ctx } = await organization();
    const ids = await makeRuns(ctx, 12);
    const claims = await Promise.all(
      ["a", "b", "c", "d", "e"].map((workerId) =>
        claimBatch(system, { workerId, size: 5, organizationConcurrency: 20 }),
      ),
    );
    const claimed = claims.flat().map(({ queueId }) => queueId);
    expect(claimed.sort()).toEqual(ids.sort());
    expect(new Set(claims.flat().map(({ leaseToken }) => leaseToken)).size).toBe(12);
  });

  it("lets no organization take more than its share of a batch while others wait", async () => {
    const [large, middle, small] = [await organization(), await organization(), await organization()];
    await makeRuns(large.ctx, 20);
    clock.advance(1000);
    await makeRuns(middle.ctx, 3);
    await makeRuns(small.ctx, 1);

    const take = async (size: number) => {
      const runs = await claimBatch(system, { workerId: "one", size, organizationConcurrency: 100 });
      return [large, middle, small].map(
        ({ organizationId }) => runs.filter((run) => run.organizationId === organizationId).length,
      );
    };
    expect(await take(3)).toEqual([1, 1, 1]);
    // What is in work counts: the two that have one each take turns.
    expect(await take(4)).toEqual([2, 2, 0]);
    expect(await take(4)).toEqual([4, 0, 0]);
  });

  it("holds the limit of runs in work of an organization, however many workers claim at once", async () => {
    const { ctx } = await organization();
    await makeRuns(ctx, 10);
    const claim = (workerId: string) => claimBatch(system, { workerId, size: 2, organizationConcurrency: 3 });
    const claims = await Promise.all(["a", "b", "c", "d", "e"].map(claim));
    expect(claims.flat()).toHaveLength(3);

    const [done] = claims.flat();
    if (done) await releaseLease(system, done);
    expect(await claim("f")).toHaveLength(1);
  });

  it("has one run of a project in work at a time, in the order in which they became due", async () => {
    const { ctx } = await organization();
    const project = await makeProject(ctx);
    const dates = ["2026-11-17", "2026-11-18", "2026-11-19"];
    for (const [index, occurrenceKey] of dates.entries()) {
      const availableAt = new Date(clock.now().getTime() - 60_000 * (dates.length - index));
      await makeRun(ctx, project.id, { occurrenceKey, availableAt });
    }
    const first = await claimBatch(system, { workerId: "a", size: 5 });
    expect(first.map(({ occurrenceKey }) => occurrenceKey)).toEqual(["2026-11-17"]);
    expect(await claimBatch(system, { workerId: "b", size: 5 })).toEqual([]);
  });

  it("finds the work of others behind a long backlog of one project", async () => {
    const { ctx } = await organization();
    const busy = await makeProject(ctx);
    const other = await makeProject(ctx);
    await inOrganization(ctx, async ({ tx, organizationId }) => {
      const slotAt = new Date(clock.now().getTime() - 86_400_000);
      await tx.episodeScheduleQueue.createMany({
        data: Array.from({ length: 150 }, (_, day) => ({
          organizationId,
          projectId: busy.id,
          occurrenceKey: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
          slotAt,
          availableAt: slotAt,
        })),
      });
    });
    await makeRun(ctx, other.id);
    const claim = () => claimBatch(system, { workerId: "one", size: 5 });
    expect((await claim()).map(({ projectId }) => projectId)).toEqual([busy.id]);
    expect((await claim()).map(({ projectId }) => projectId)).toEqual([other.id]);
  });
});
