import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelRun } from "#domain/schedule/cancel-run.ts";
import type { ClaimedRun } from "#domain/schedule/run.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { type Hold, runsInHand } from "./runs-in-hand.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Working {
  run: ClaimedRun;
  hold: Hold;
  end(): void;
}

/** A worker whose runs do what the test says, and one organization with runs of projects of their own. */
async function makeWorker(
  due: number,
  options: { capacity?: number; organizationConcurrency?: number } = {},
) {
  const { ctx } = await makeOrganization(database.app, { clock: fixedClock() });
  for (let at = 0; at < due; at++) await makeRun(ctx, (await makeProject(ctx)).id);
  const working: Working[] = [];
  const runs = runsInHand(
    { db: database.worker, clock: ctx.clock, keys: testKeys },
    {
      ...{ workerId: "one", capacity: 4, busyCapacity: 2, organizationConcurrency: 50, leaveWithinMs: 20 },
      ...options,
      log: pino({ level: "silent" }),
      work: (run, hold) => new Promise((resolve) => working.push({ run, hold, end: resolve })),
    },
  );
  const statuses = () =>
    inOrganization(ctx, async ({ tx }) =>
      (await tx.episodeScheduleQueue.findMany({ orderBy: { id: "asc" } })).map(({ status }) => status).sort(),
    );
  const finish = async () => {
    for (const { hold, end } of working) hold.signal.aborted || end();
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.updateMany({
        data: {
          status: "CANCELLED",
          leaseToken: null,
          claimedBy: null,
          leaseExpiresAt: null,
          finishedAt: ctx.clock.now(),
        },
      }),
    );
  };
  return { ctx, runs, working, statuses, finish };
}

describe("the runs of a worker", () => {
  it("are no more than two that are at work, and more while they wait for a model", async () => {
    const { runs, working, finish } = await makeWorker(6);
    await runs.takeMore();
    await runs.takeMore();
    expect(working).toHaveLength(2);
    for (const { hold } of working) hold.onWaiting(true);
    await runs.takeMore();
    expect(working).toHaveLength(4);
    for (const { hold } of working) hold.onWaiting(true);
    await runs.takeMore();
    expect(working).toHaveLength(4);
    await finish();
  });

  it("of one organization leave room for the others", async () => {
    const { runs, working, finish } = await makeWorker(4, { capacity: 8, organizationConcurrency: 3 });
    for (let at = 0; at < 4; at++) {
      await runs.takeMore();
      for (const { hold } of working) hold.onWaiting(true);
    }
    expect(working).toHaveLength(3);
    await finish();
  });

  it("are told to stop at once when somebody cancels them, and no others are", async () => {
    const { ctx, runs, working, finish } = await makeWorker(2);
    await runs.takeMore();
    await runs.stopCancelled();
    expect(working.map(({ hold }) => hold.signal.aborted)).toEqual([false, false]);
    await cancelRun(ctx, { queueId: working[0]?.run.queueId ?? "" });
    await runs.stopCancelled();
    expect(working.map(({ hold }) => hold.signal.aborted)).toEqual([true, false]);
    await finish();
  });

  it("come to their next boundary when the worker stops, then are broken off and given back", async () => {
    const { runs, working, statuses, finish } = await makeWorker(2);
    await runs.takeMore();
    const [first, second] = working;
    first?.hold.leaving.addEventListener("abort", () => first.end());
    second?.hold.signal.addEventListener("abort", () => second.end());
    await runs.giveBack();
    expect(first?.hold.signal.aborted).toBe(true);
    expect(second?.hold.leaving.aborted).toBe(true);
    expect(await statuses()).toEqual(["PENDING", "PENDING"]);
    await finish();
  });
});
