import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { moveStatus } from "./move-status.ts";
import { renewLease } from "./renew-lease.ts";
import { sweepLeases } from "./sweep-leases.ts";

describe("sweepLeases", () => {
  let database: TestDatabase;
  let system: System;
  const clock = fixedClock();
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.worker, clock, keys: testKeys };
  });
  afterAll(() => database.drop());

  async function make() {
    const { ctx } = await makeOrganization(database.app, { clock });
    const project = await makeProject(ctx);
    const { id } = await makeRun(ctx, project.id);
    const change = (data: object) =>
      inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.update({ where: { id }, data }));
    return {
      ctx,
      id,
      change,
      read: () =>
        inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } })),
      claim: async () => {
        const runs = await claimBatch(system, { workerId: "one", size: 500 });
        const run = runs.find(({ queueId }) => queueId === id);
        if (!run) throw new Error("the run could not be claimed");
        return run;
      },
      /** The worker dies: the clock of the database passes the end of its lease. */
      die: () => change({ leaseExpiresAt: new Date(Date.now() - 1000) }),
    };
  }

  it("takes a run back from a worker that was lost, and says so in its history", async () => {
    const { id, claim, die, read } = await make();
    const lost = await claim();
    await die();
    expect(await sweepLeases(system)).toMatchObject([{ queueId: id, status: "RETRYING" }]);
    expect(await read()).toMatchObject({
      status: "RETRYING",
      workerDeaths: 1,
      availableAt: clock.now(),
      leaseToken: null,
      errors: [{ at: clock.now().toISOString(), attempt: 1, phase: null, code: "WORKER_LOST" }],
    });
    expect(await renewLease(system, lost)).toBe("lost");
    expect(await claim()).toMatchObject({ attempt: 2 });
  });

  it("leaves a live worker alone", async () => {
    const { claim, read } = await make();
    const run = await claim();
    expect(await sweepLeases(system)).toEqual([]);
    expect(await read()).toMatchObject({ status: "GENERATING", leaseToken: run.leaseToken });
  });

  it("lets one of many sweepers at once take a run", async () => {
    const { claim, die, read } = await make();
    await claim();
    await die();
    const swept = await Promise.all(Array.from({ length: 5 }, () => sweepLeases(system)));
    expect(swept.flat()).toHaveLength(1);
    expect(await read()).toMatchObject({ workerDeaths: 1 });
  });

  it("puts a run aside after three workers in succession", async () => {
    const { claim, die, read } = await make();
    for (const status of ["RETRYING", "RETRYING", "QUARANTINED"]) {
      await claim();
      await die();
      expect(await sweepLeases(system)).toMatchObject([{ status }]);
    }
    expect(await read()).toMatchObject({
      finishedAt: clock.now(),
      reason: expect.stringMatching(/^Put aside after 3/),
    });
    expect((await read()).errors).toHaveLength(3);
  });

  it("counts anew after an attempt that ended in order", async () => {
    const { ctx, change, claim, die, read } = await make();
    for (let death = 0; death < 2; death += 1) {
      await claim();
      await die();
      await sweepLeases(system);
    }
    const run = await claim();
    const error = { code: "MODEL_BUSY", message: "The model was busy." };
    await inOrganization(ctx, (inside) => moveStatus(inside, run, { to: "RETRYING", error }));
    expect(await read()).toMatchObject({ workerDeaths: 0 });
    await change({ availableAt: clock.now() });
    await claim();
    await die();
    expect(await sweepLeases(system)).toMatchObject([{ status: "RETRYING" }]);
  });

  it("ends a run that somebody cancelled before its worker was lost", async () => {
    const { change, claim, die, read } = await make();
    await claim();
    await change({ cancelRequestedAt: clock.now(), reason: "The project was removed." });
    await die();
    expect(await sweepLeases(system)).toMatchObject([{ status: "CANCELLED" }]);
    expect(await read()).toMatchObject({ status: "CANCELLED", reason: "The project was removed." });
  });
});
