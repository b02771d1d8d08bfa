import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inOrganization } from "#platform/database.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeBudget } from "#testing/factories/make-budget.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeReservation, settleAt } from "#testing/factories/make-reservation.ts";
import { makeRun } from "#testing/factories/make-run.ts";
import { testKeys } from "#testing/test-keys.ts";
import { claimBatch } from "./claim-batch.ts";
import { moveStatus } from "./move-status.ts";
import { releaseHeldRuns } from "./release-held-runs.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = "2026-11-20T06:30:00Z";
/** The prices of a fresh database are as old as the database. */
const LONG_AFTER = "2100-11-20T06:30:00Z";

async function makeScene(now = NOW) {
  const made = await makeLedger(database, "UTC", now);
  const { ctx, clock, organizationId } = made;
  const worker = { db: database.worker, clock, keys: testKeys };
  const { id: priceId } = await makePrice(ctx, {
    model: "priced",
    createdAt: new Date("2026-01-01T00:00:00Z"),
  });
  /** A run of a project of its own, unless said otherwise; the first made has the first slot. */
  let count = 0;
  const hold = async (
    nanos: bigint | null,
    overrides: Partial<Prisma.EpisodeScheduleQueueUncheckedCreateInput> = {},
  ) => {
    count += 1;
    const { projectId = (await makeProject(ctx)).id, ...others } = overrides;
    const run = await makeRun(ctx, projectId, {
      status: "HELD",
      reason: "The ceiling has no room.",
      heldAt: clock.now(),
      holdKind: "BUDGET",
      heldForNanos: nanos,
      slotAt: new Date(clock.now().getTime() + count * 1_000),
      ...others,
    });
    return run.id;
  };
  /** Which of the organization's runs were let go on, and what they are now. */
  const release = async () =>
    (await releaseHeldRuns(worker))
      .filter((run) => run.organizationId === organizationId)
      .map(({ queueId }) => queueId);
  const read = (id: string) =>
    inOrganization(ctx, ({ tx }) => tx.episodeScheduleQueue.findUniqueOrThrow({ where: { id } }));
  return { ...made, worker, priceId, hold, release, read };
}

describe("held runs", () => {
  it("go on in the order of their slots, as many as there is room for", async () => {
    const { ctx, hold, release, read } = await makeScene();
    await makeBudget(ctx, { ceilingNanos: 1_000n });
    const [first, second, third, fourth] = [
      await hold(400n),
      await hold(700n),
      await hold(500n),
      await hold(200n),
    ];
    expect(await release()).toEqual([first, third]);
    expect(await read(first as string)).toMatchObject({
      status: "PENDING",
      reason: null,
      heldAt: null,
      holdKind: null,
      attempts: 0,
      availableAt: ctx.clock.now(),
    });
    expect([(await read(second as string)).status, (await read(fourth as string)).status]).toEqual([
      "HELD",
      "HELD",
    ]);
  });

  it("that went on and have set nothing aside yet keep their room before the others", async () => {
    const { ctx, hold, release, priceId, worker } = await makeScene();
    await makeBudget(ctx, { ceilingNanos: 1_000n });
    const [first, second] = [await hold(600n), await hold(600n)];
    expect(await release()).toEqual([first]);
    expect(await release()).toEqual([]);

    const claimed = await claimBatch(worker, { workerId: "one", size: 100 });
    const run = claimed.find(({ queueId }) => queueId === first);
    expect(await release()).toEqual([]);
    const reservation = await makeReservation(ctx, priceId, { queueId: first, worstCaseNanos: 600n });
    expect(await release()).toEqual([]);
    await settleAt(ctx, reservation, 300n);
    expect(await release()).toEqual([]);
    if (!run) throw new Error("the run was not claimed");
    await inOrganization(ctx, (inside) => moveStatus(inside, run, { to: "READY" }));
    expect(await release()).toEqual([second]);
  });

  it("wait on while the window is full, and go on when it turns or the ceiling is raised", async () => {
    const { ctx, hold, release, priceId, clock } = await makeScene();
    const month = await makeBudget(ctx, { window: "MONTH", ceilingNanos: 1_500n });
    await makeBudget(ctx, { ceilingNanos: 1_000n });
    await settleAt(ctx, await makeReservation(ctx, priceId, { worstCaseNanos: 900n }), 900n);
    const held = await hold(700n);
    expect(await release()).toEqual([]);
    clock.set("2026-11-20T23:59:59.999Z");
    expect(await release()).toEqual([]);
    clock.advance(1);
    expect(await release()).toEqual([]);
    await inOrganization(ctx, ({ tx }) =>
      tx.budget.update({ where: { id: month.id }, data: { ceilingNanos: 1_600n } }),
    );
    expect(await release()).toEqual([held]);
  });

  it("go on when a ceiling is made soft or removed", async () => {
    const { ctx, hold, release } = await makeScene(LONG_AFTER);
    const { id } = await makeBudget(ctx, { ceilingNanos: 1n });
    const [first, second] = [await hold(5n), await hold(5n, { holdKind: "PRICE" })];
    expect(await release()).toEqual([]);
    await inOrganization(ctx, ({ tx }) => tx.budget.update({ where: { id }, data: { isHard: false } }));
    expect(await release()).toEqual([first, second]);
  });

  it("are held against the ceilings of their own project and episode", async () => {
    const { ctx, hold, release, priceId, projectId } = await makeScene();
    const other = await makeProject(ctx);
    await makeBudget(ctx, { projectId, ceilingNanos: 10n });
    await makeBudget(ctx, { window: "EPISODE", ceilingNanos: 100n });
    const ofOther = await hold(50n, { projectId: other.id });
    await hold(50n, { projectId });
    const episode = await makeEpisode(ctx, other.id, { number: 3 });
    await makeReservation(ctx, priceId, { projectId: other.id, episodeId: episode.id, worstCaseNanos: 90n });
    expect(await release()).toEqual([ofOther]);

    const third = await makeProject(ctx);
    const begun = await makeEpisode(ctx, third.id, { number: 1, status: "DRAFT" });
    await inOrganization(ctx, ({ tx }) =>
      tx.episodeScheduleQueue.update({
        where: { id: begun.queueId },
        data: {
          status: "HELD",
          reason: "Full.",
          heldAt: ctx.clock.now(),
          holdKind: "BUDGET",
          heldForNanos: 20n,
        },
      }),
    );
    const running = await makeReservation(ctx, priceId, {
      projectId: third.id,
      episodeId: begun.id,
      worstCaseNanos: 90n,
    });
    expect(await release()).toEqual([]);
    await settleAt(ctx, running, 80n);
    expect(await release()).toEqual([begun.queueId]);
  });

  it("of one project go on one after the other", async () => {
    const { hold, release, projectId } = await makeScene();
    const first = await hold(5n, { projectId, occurrenceKey: "2026-11-18" });
    const second = await hold(5n, { projectId, occurrenceKey: "2026-11-19" });
    expect(await release()).toEqual([first]);
    expect(await release()).toEqual([second]);
  });

  it("that wait for a price go on once one holds, or another model is chosen", async () => {
    const { ctx, hold, release, clock, projectId, organizationId } = await makeScene(LONG_AFTER);
    await makeBudget(ctx, { ceilingNanos: 1_000n });
    const first = await hold(null, { holdKind: "PRICE", projectId });
    clock.advance(60_000);
    expect(await release()).toEqual([]);
    await makePrice(ctx, {
      model: "new",
      createdAt: clock.now(),
      validFrom: new Date("2100-11-20T12:00:00Z"),
    });
    expect(await release()).toEqual([]);
    clock.set("2100-11-20T12:00:00Z");
    expect(await release()).toEqual([first]);

    clock.advance(60_000);
    const second = await hold(null, { holdKind: "PRICE" });
    clock.advance(60_000);
    expect(await release()).toEqual([]);
    const choice = { organizationId, provider: "test", model: "priced", updatedAt: clock.now() };
    await inOrganization(ctx, ({ tx }) => tx.modelChoice.create({ data: choice }));
    expect(await release()).toEqual([second]);
  });

  it("that somebody holds for another reason stay held", async () => {
    const { hold, release } = await makeScene();
    await hold(null, { holdKind: null });
    expect(await release()).toEqual([]);
  });

  it("are let go on once, whoever looks at the same time", async () => {
    const { ctx, hold, release } = await makeScene();
    await makeBudget(ctx, { ceilingNanos: 1_000n });
    for (let count = 0; count < 6; count += 1) await hold(400n);
    const rounds = await Promise.all([release(), release(), release()]);
    expect(rounds.flat()).toHaveLength(2);
  });
});
