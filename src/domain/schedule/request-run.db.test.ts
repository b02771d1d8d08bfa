import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { fixedClock } from "#testing/fixed-clock.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { requestRun } from "./request-run.ts";

describe("requestRun", () => {
  let database: TestDatabase;
  // Late in the evening in Greenwich: in Berlin it is the next date.
  const clock = fixedClock("2026-11-20T23:30:00Z");
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function start() {
    const made = await makeOrganization(database.app, { clock });
    const { id: projectId } = await makeProject(made.ctx);
    const { ctx } = made;
    const row = (id: string) =>
      inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } }));
    const end = (id: string) =>
      inOrganization(ctx, ({ tx }) =>
        tx.episodeScheduleQueue.update({
          where: { id },
          data: { status: "CANCELLED", finishedAt: clock.now() },
        }),
      );
    return { made, ctx, projectId, row, end, ask: () => requestRun(ctx, { projectId }) };
  }

  it("starts a run that may be claimed at once, beside the scheduled one of the local date", async () => {
    const { made, ctx, projectId, row, ask } = await start();
    await makeRun(ctx, projectId, {
      occurrenceKey: "2026-11-21",
      slotAt: new Date("2026-11-21T06:30:00Z"),
      availableAt: new Date("2026-11-21T06:15:00Z"),
    });
    const run = await ask();
    expect(run).toMatchObject({ started: true, occurrenceKey: "2026-11-21+1" });
    expect(await row(run.queueId)).toMatchObject({
      status: "PENDING",
      trigger: "REQUEST",
      requestedById: made.userId,
      slotAt: clock.now(),
      availableAt: clock.now(),
    });
    const claimed = await claimBatch(
      { db: database.worker, clock, keys: testKeys },
      { workerId: "one", size: 50 },
    );
    expect(claimed.map(({ queueId }) => queueId)).toContain(run.queueId);
  });

  it("answers a second request with the run that the first one started", async () => {
    const { ask } = await start();
    const first = await ask();
    expect(await ask()).toEqual({
      started: false,
      queueId: first.queueId,
      reason: "An episode of this project is about to be written.",
    });
  });

  it("starts one run when many ask at once", async () => {
    const { ask } = await start();
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    expect(answers.filter(({ started }) => started)).toHaveLength(1);
    expect(new Set(answers.map(({ queueId }) => queueId)).size).toBe(1);
  });

  it("numbers the requests of a date", async () => {
    const { ask, end } = await start();
    const keys: unknown[] = [];
    for (let number = 1; number <= 11; number += 1) {
      const run = await ask();
      keys.push("occurrenceKey" in run && run.occurrenceKey);
      await end(run.queueId);
    }
    expect(keys).toEqual(Array.from({ length: 11 }, (_, index) => `2026-11-21+${index + 1}`));
  });

  it.each([
    ["GENERATING", {}, "An episode of this project is being written at this moment."],
    [
      "RETRYING",
      { reason: "The model was busy." },
      "An episode of this project waits for its next attempt. Retry it to have it tried at once. The model was busy.",
    ],
    ["PENDING", {}, "An episode of this project is about to be written."],
  ] as const)("says why not while the scheduled run is %s", async (status, rest, reason) => {
    const { ctx, projectId, ask } = await start();
    const lease = {
      startedAt: clock.now(),
      claimedBy: "one",
      leaseToken: "00000000-0000-4000-8000-000000000000",
      leaseExpiresAt: clock.now(),
    };
    const scheduled = await makeRun(ctx, projectId, {
      status,
      ...rest,
      ...(status === "GENERATING" ? lease : {}),
    });
    expect(await ask()).toEqual({ started: false, queueId: scheduled.id, reason });
  });

  it("does not let a held request be forgotten", async () => {
    const { ctx, projectId, ask } = await start();
    await makeRun(ctx, projectId, {
      occurrenceKey: "2026-11-21+1",
      trigger: "REQUEST",
      status: "HELD",
      heldAt: clock.now(),
      reason: "The budget is spent.",
    });
    expect(await ask()).toMatchObject({
      started: false,
      reason: expect.stringMatching(/held.*The budget is spent\.$/),
    });
  });

  it("leaves an audit row and an event", async () => {
    const { ctx, ask } = await start();
    const { queueId } = await ask();
    const [audit, event] = await inOrganization(ctx, async ({ tx }) => [
      await tx.auditLog.findFirst({ where: { action: "run.request" } }),
      await tx.userEvent.findFirst({ where: { type: "run_requested" } }),
    ]);
    expect(audit).toMatchObject({ targetId: queueId });
    expect(event).toMatchObject({ data: { queueId } });
  });

  it("answers another organization as if the project did not exist, and refuses a reader", async () => {
    const { made, projectId } = await start();
    const other = await makeOrganization(database.app, { clock });
    await expect(requestRun(other.ctx, { projectId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const reader = await asMember(made, "READER");
    await expect(requestRun(reader, { projectId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
