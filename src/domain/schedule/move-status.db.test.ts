import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { moveStatus, type RunOutcome } from "./move-status.ts";
import type { ClaimedRun } from "./run.ts";

const BUSY = { code: "MODEL_BUSY", message: "The model was busy.", phase: "WRITE" };

describe("moveStatus", () => {
  let database: TestDatabase;
  const clock = fixedClock();
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function claimed(attempts = 0) {
    const { ctx } = await makeOrganization(database.app, { clock });
    const project = await makeProject(ctx);
    const { id } = await makeRun(ctx, project.id, { attempts });
    const [run] = await claimBatch(
      { db: database.worker, clock, keys: testKeys },
      { workerId: "one", size: 1 },
    );
    if (run?.queueId !== id) throw new Error("claimed another run");
    return {
      ctx,
      run,
      move: (outcome: RunOutcome, held: ClaimedRun = run) =>
        inOrganization(ctx, (inside) => moveStatus(inside, held, outcome)),
      read: () =>
        inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } })),
      schedule: () =>
        inOrganization(ctx, ({ tx }) =>
          tx.projectSchedule.findUniqueOrThrow({ where: { projectId: project.id } }),
        ),
    };
  }

  it("makes a written episode ready, and notes the success", async () => {
    const { move, read, schedule } = await claimed();
    expect(await move({ to: "READY" })).toBe("READY");
    expect(await read()).toMatchObject({
      status: "READY",
      readyAt: clock.now(),
      finishedAt: null,
      leaseToken: null,
    });
    expect(await schedule()).toMatchObject({ lastSucceededAt: clock.now() });
  });

  it("waits before the next attempt, keeps the error, and counts no success", async () => {
    const { move, read, schedule } = await claimed();
    expect(await move({ to: "RETRYING", error: BUSY, retryAfterSeconds: 90 })).toBe("RETRYING");
    const row = await read();
    expect(row.errors).toEqual([{ ...BUSY, at: clock.now().toISOString(), attempt: 1 }]);
    expect(row).toMatchObject({ status: "RETRYING", reason: "The model was busy." });
    const waits = (row.availableAt.getTime() - clock.now().getTime()) / 1000;
    expect(waits).toBeGreaterThanOrEqual(90);
    expect(waits).toBeLessThanOrEqual(99);
    expect(await schedule()).toMatchObject({ lastSucceededAt: null });
  });

  it("fails for good once the attempts are used up", async () => {
    const { move, read } = await claimed(4);
    expect(await move({ to: "RETRYING", error: BUSY })).toBe("FAILED");
    expect(await read()).toMatchObject({
      status: "FAILED",
      finishedAt: clock.now(),
      reason: "The model was busy. It was tried 5 times.",
    });
  });

  it("counts no attempt that was held", async () => {
    const { move, read } = await claimed();
    await move({ to: "HELD", reason: "The budget is spent.", hold: { kind: "BUDGET", forNanos: 100n } });
    expect(await read()).toMatchObject({ attempts: 0, holdKind: "BUDGET", heldForNanos: 100n });
  });

  it.each<[RunOutcome, object]>([
    [
      { to: "FAILED", error: BUSY },
      { reason: BUSY.message, finishedAt: clock.now(), heldAt: null },
    ],
    [
      { to: "HELD", reason: "The budget is spent.", hold: { kind: "BUDGET", forNanos: 100n } },
      { reason: "The budget is spent.", heldAt: clock.now(), finishedAt: null },
    ],
    [
      { to: "SKIPPED", reason: "The sources are exhausted." },
      { reason: "The sources are exhausted.", finishedAt: clock.now() },
    ],
    [
      { to: "CANCELLED", reason: "Cancelled by an editor." },
      { reason: "Cancelled by an editor.", finishedAt: clock.now() },
    ],
  ])("ends as %o", async (outcome, expected) => {
    const { move, read } = await claimed();
    expect(await move(outcome)).toBe(outcome.to);
    expect(await read()).toMatchObject({
      status: outcome.to,
      claimedBy: null,
      leaseExpiresAt: null,
      ...expected,
    });
  });

  it("cancels instead of waiting when somebody wants an end", async () => {
    const { ctx, move, read, run } = await claimed();
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.update({
        where: { id: run.queueId },
        data: { cancelRequestedAt: clock.now() },
      }),
    );
    expect(await move({ to: "RETRYING", error: BUSY })).toBe("CANCELLED");
    expect(await read()).toMatchObject({ finishedAt: clock.now(), reason: "Cancelled by an editor." });
  });

  it.each<RunOutcome>([
    { to: "READY" },
    { to: "RETRYING", error: BUSY },
    { to: "FAILED", error: BUSY },
    { to: "HELD", reason: "Held.", hold: { kind: "BUDGET", forNanos: null } },
    { to: "SKIPPED", reason: "Skipped." },
    { to: "CANCELLED", reason: "Cancelled." },
  ])("writes nothing without the lease: %o", async (outcome) => {
    const { move, read, run, schedule } = await claimed();
    const before = [await read(), await schedule()];
    const stale = { ...run, leaseToken: "00000000-0000-4000-8000-000000000000" };
    expect(await move(outcome, stale)).toBe("lost");
    expect([await read(), await schedule()]).toEqual(before);
  });

  it("writes nothing a second time", async () => {
    const { move, read } = await claimed();
    await move({ to: "READY" });
    const before = await read();
    expect(await move({ to: "FAILED", error: BUSY })).toBe("lost");
    expect(await read()).toEqual(before);
  });

  it("writes nothing from inside another organization", async () => {
    const { read, run } = await claimed();
    const before = await read();
    const other = await makeOrganization(database.app, { clock });
    expect(await inOrganization(other.ctx, (inside) => moveStatus(inside, run, { to: "READY" }))).toBe(
      "lost",
    );
    expect(await read()).toEqual(before);
  });

  it("counts no attempt that only waited for a model, keeps its error once, and gives up after a day", async () => {
    const { ctx, run, move, read } = await claimed(4);
    const AWAY = { code: "UNAVAILABLE", message: "The provider does not answer.", phase: "WRITE" };
    const began = clock.now();
    const again = async () => {
      const leaseToken = crypto.randomUUID();
      await inOrganization(ctx, ({ tx }) =>
        tx.episodeScheduleQueue.update({
          where: { id: run.queueId },
          data: {
            status: "GENERATING",
            leaseToken,
            claimedBy: "one",
            leaseExpiresAt: clock.now(),
            attempts: 5,
          },
        }),
      );
      return { ...run, leaseToken };
    };
    const waiting: RunOutcome = { to: "RETRYING", isWaiting: true, error: AWAY, retryAfterSeconds: 90 };
    expect(await move(waiting)).toBe("RETRYING");
    expect(await read()).toMatchObject({ status: "RETRYING", attempts: 4, waitingSince: began });

    clock.advance(23 * 3_600_000);
    expect(await move(waiting, await again())).toBe("RETRYING");
    const row = await read();
    expect(row).toMatchObject({ attempts: 4, waitingSince: began, errors: [{ message: AWAY.message }] });
    expect(row.errors).toHaveLength(1);
    const delay = (row.availableAt.getTime() - clock.now().getTime()) / 1000;
    expect(delay).toBeGreaterThanOrEqual(90);
    expect(delay).toBeLessThanOrEqual(900);

    clock.advance(3_600_000);
    expect(await move(waiting, await again())).toBe("FAILED");
    expect(await read()).toMatchObject({
      status: "FAILED",
      waitingSince: null,
      reason: "The provider does not answer. It was tried for 24 hours.",
    });
  });
});
