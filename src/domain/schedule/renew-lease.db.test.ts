import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TxCtx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import type { System } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { holdLease } from "./hold-lease.ts";
import { releaseLease } from "./release-lease.ts";
import { renewLease } from "./renew-lease.ts";
import { LEASE_SECONDS } from "./run.ts";

describe("a lease", () => {
  let database: TestDatabase;
  let system: System;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = { db: database.worker, clock: fixedClock(), keys: testKeys };
  });
  afterAll(() => database.drop());

  async function claimAgain(id: string) {
    const runs = await claimBatch(system, { workerId: "one", size: 500 });
    const run = runs.find(({ queueId }) => queueId === id);
    if (!run) throw new Error("the run could not be claimed");
    return run;
  }

  async function claimOne() {
    const { ctx } = await makeOrganization(database.app);
    const project = await makeProject(ctx);
    const { id } = await makeRun(ctx, project.id);
    const run = await claimAgain(id);
    const lose = () =>
      inOrganization(ctx, ({ tx }) =>
        tx.episodeScheduleQueue.update({
          where: { id },
          data: { leaseToken: "00000000-0000-4000-8000-000000000000" },
        }),
      );
    const read = () =>
      inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } }));
    return { ctx, run, lose, read };
  }

  it("is renewed by its holder and by nobody else", async () => {
    const { run, lose, read } = await claimOne();
    const before = (await read()).leaseExpiresAt;
    expect(await renewLease(system, run)).toBe("held");
    expect((await read()).leaseExpiresAt?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
    await lose();
    const after = (await read()).leaseExpiresAt;
    expect(await renewLease(system, run)).toBe("lost");
    expect((await read()).leaseExpiresAt).toEqual(after);
  });

  it("tells its holder that somebody wants an end", async () => {
    const { ctx, run } = await claimOne();
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.update({ where: { id: run.queueId }, data: { cancelRequestedAt: new Date() } }),
    );
    expect(await renewLease(system, run)).toBe("cancel");
    expect(await inOrganization(ctx, (inside) => holdLease(inside, run))).toBe("cancel");
  });

  it("can't be taken away while a transaction of its holder is open", async () => {
    const { ctx, run } = await claimOne();
    const order: string[] = [];
    let taken: Promise<unknown> = Promise.resolve();
    await inOrganization(ctx, async (inside) => {
      expect(await holdLease(inside, run)).toBe("held");
      taken = releaseLease(system, run).then(() => order.push("released"));
      await untilSomebodyWaits(inside);
      order.push("written");
    });
    await taken;
    expect(order).toEqual(["written", "released"]);
    expect(await inOrganization(ctx, (inside) => holdLease(inside, run))).toBe("lost");
  });

  it("outlives a transaction in which its holder was stopped, so that the sweeper finds the row free", async () => {
    const { ctx } = await claimOne();
    const [pause] = await inOrganization(
      ctx,
      ({ tx }) => tx.$queryRaw<{ seconds: number }[]>`
        select extract(epoch from current_setting('idle_in_transaction_session_timeout')::interval)::int as seconds`,
    );
    expect(pause?.seconds).toBeGreaterThan(0);
    expect(pause?.seconds).toBeLessThan(LEASE_SECONDS);
  });

  it("is given back without counting as an attempt", async () => {
    const { run, lose, read } = await claimOne();
    expect(await releaseLease(system, run)).toBe(true);
    expect(await read()).toMatchObject({ status: "PENDING", attempts: 0, claimedBy: null, leaseToken: null });
    expect(await claimAgain(run.queueId)).toMatchObject({ attempt: 1 });
    await lose();
    expect(await releaseLease(system, run)).toBe(false);
    expect(await read()).toMatchObject({ status: "GENERATING", attempts: 1 });
  });

  it("ends the run when it is given back after somebody cancelled it", async () => {
    const { ctx, run, read } = await claimOne();
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.update({ where: { id: run.queueId }, data: { cancelRequestedAt: new Date() } }),
    );
    await releaseLease(system, run);
    expect(await read()).toMatchObject({ status: "CANCELLED", reason: "Cancelled by an editor." });
  });
});

/** Returns once another connection waits for a lock of this transaction. */
async function untilSomebodyWaits({ tx }: TxCtx): Promise<void> {
  let waiting: unknown[] = [];
  while (waiting.length === 0) {
    waiting = await tx.$queryRaw`
      select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;
  }
}
