import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeProject } from "#domain/projects/remove-project.ts";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { listWindows, makeReservation, settleAt } from "#testing/factories/make-reservation.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { releaseUsage } from "./release-usage.ts";
import { renewReservations } from "./renew-reservations.ts";
import { sweepReservations } from "./sweep-reservations.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function makeScene(zone = "UTC", now = "2026-11-20T06:30:00Z") {
  const made = await makeLedger(database, zone, now);
  const { id: priceId } = await makePrice(made.ctx, { model: "priced" });
  const { projectId } = made;
  const reserve = (worstCaseNanos: bigint, overrides = {}) =>
    makeReservation(made.ctx, priceId, { projectId, worstCaseNanos, userId: made.userId, ...overrides });
  const worker = { db: database.worker, clock: made.clock, keys: testKeys };
  return { ...made, priceId, reserve, worker };
}

const ledger = (ctx: Ctx) => inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany());
const reservation = (ctx: Ctx, id: string) =>
  inOrganization(ctx, ({ tx }) => tx.usageReservation.findUniqueOrThrow({ where: { id } }));

describe("settling a call", () => {
  it.each([
    ["below", 400n],
    ["at", 1_000n],
    ["above", 1_300n],
  ])("%s the worst case enters what was paid, and nothing stays set aside", async (_, costNanos) => {
    const { ctx, reserve } = await makeScene();
    const id = await reserve(1_000n);
    expect(await settleAt(ctx, id, costNanos)).toBe("settled");
    expect(await ledger(ctx)).toMatchObject([{ costNanos, settlement: "EXACT" }]);
    expect(await listWindows(ctx)).toEqual([
      `2026-11-01 MONTH organization: spent ${costNanos}, reserved 0`,
      `2026-11-01 MONTH project: spent ${costNanos}, reserved 0`,
      `2026-11-20 DAY organization: spent ${costNanos}, reserved 0`,
      `2026-11-20 DAY project: spent ${costNanos}, reserved 0`,
    ]);
    expect(await reservation(ctx, id)).toMatchObject({ status: "SETTLED", settledNanos: costNanos });
  });

  it("writes the row of the ledger as it was reserved, and keeps the answer", async () => {
    const { ctx, reserve, projectId, priceId, userId } = await makeScene();
    const { id: episodeId, queueId } = await makeEpisode(ctx, projectId, { number: 1 });
    const of = {
      episodeId,
      queueId,
      phase: "CHECK",
      purpose: "episode.check",
      promptVersion: "check@2",
      callKey: "k#1",
    };
    const id = await reserve(1_000n, of);
    const tokens = { uncachedInput: 7, cacheRead: 5, cacheWrite: 3, output: 11, reasoning: 2 };
    const answer = { blocks: ["one\0", "half \ud83d"], "a\0": [null, 2, true] };
    await settleAt(ctx, id, 900n, { tokens, settlement: "ESTIMATED", durationMs: 77, answer });
    expect(await ledger(ctx)).toMatchObject([
      {
        ...of,
        projectId,
        userId,
        modelPriceId: priceId,
        provider: "test",
        model: "small",
        uncachedInputTokens: 7n,
        cacheReadTokens: 5n,
        cacheWriteTokens: 3n,
        outputTokens: 11n,
        reasoningTokens: 2n,
        settlement: "ESTIMATED",
        durationMs: 77,
      },
    ]);
    expect((await reservation(ctx, id)).answer).toEqual({
      blocks: ["one", "half \ufffd"],
      a: [null, 2, true],
    });
  });

  it("opens the day of the call for the roll-up, and leaves the call in the day of its reservation past midnight", async () => {
    const { ctx, reserve, clock } = await makeScene("Asia/Kolkata", "2026-11-30T18:29:59.999Z");
    const id = await reserve(1_000n);
    clock.advance(45_000);
    await settleAt(ctx, id, 400n);
    expect((await listWindows(ctx)).filter((line) => line.includes("organization"))).toEqual([
      "2026-11-01 MONTH organization: spent 400, reserved 0",
      "2026-11-30 DAY organization: spent 400, reserved 0",
    ]);
    const usage = await getUsage(ctx, {});
    expect(usage.byDay.filter((day) => day.callCount > 0)).toMatchObject([
      { date: "2026-11-30", costNanos: 400n },
    ]);
  });

  it("is done once, however often and at once it is asked for", async () => {
    const { ctx, reserve } = await makeScene();
    const id = await reserve(1_000n);
    expect(await Promise.all(Array.from({ length: 5 }, () => settleAt(ctx, id, 10n)))).toEqual(
      Array(5).fill("settled"),
    );
    expect(await ledger(ctx)).toHaveLength(1);
    expect(await listWindows(ctx)).toContain("2026-11-20 DAY project: spent 10, reserved 0");
  });

  it("enters a call without a price as one whose cost nobody knows", async () => {
    const { ctx, projectId } = await makeScene();
    const id = await makeReservation(ctx, null, { projectId });
    expect(await settleAt(ctx, id, null)).toBe("settled");
    expect(await ledger(ctx)).toMatchObject([{ costNanos: null, modelPriceId: null, outputTokens: 40n }]);
    expect(await listWindows(ctx)).toEqual([]);
  });

  it("is refused to another organization, as if there were no such reservation", async () => {
    const { ctx, reserve } = await makeScene();
    const id = await reserve(1_000n);
    const other = await makeOrganization(database.app);
    await expect(settleAt(other.ctx, id, 1n)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await releaseUsage(other.ctx, { reservationId: id });
    await renewReservations(other.ctx, [id]);
    expect(await reservation(ctx, id)).toMatchObject({ status: "OPEN", settledAt: null });
  });

  it("goes on for a project that was removed with calls in flight, settled or swept", async () => {
    const { ctx, reserve, projectId, clock, worker } = await makeScene();
    const [first] = [await reserve(1_000n), await reserve(500n)];
    await removeProject(ctx, { projectId, title: "Quay" });
    expect(await settleAt(ctx, first, 300n)).toBe("settled");
    clock.advance(60_001);
    expect(ofOrganization(ctx, await sweepReservations(worker))).toHaveLength(1);
    expect(await listWindows(ctx)).toContain("2026-11-20 DAY project: spent 800, reserved 0");
  });
});

describe("releasing a call", () => {
  it("gives all of it back and leaves no row in the ledger", async () => {
    const { ctx, reserve } = await makeScene();
    const id = await reserve(1_000n);
    await releaseUsage(ctx, { reservationId: id });
    await releaseUsage(ctx, { reservationId: id });
    expect(await ledger(ctx)).toEqual([]);
    expect((await listWindows(ctx)).every((line) => line.endsWith("spent 0, reserved 0"))).toBe(true);
    await expect(settleAt(ctx, id, 5n)).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("a reservation that nobody comes back to", () => {
  it("is settled at the worst case, marked as estimated, once its time is over", async () => {
    const { ctx, reserve, clock, worker } = await makeScene();
    const id = await reserve(1_000n, { callKey: "lost#1" });
    clock.advance(60_000);
    expect(ofOrganization(ctx, await sweepReservations(worker))).toEqual([]);
    clock.advance(1);
    const rounds = await Promise.all([sweepReservations(worker), sweepReservations(worker)]);
    expect(ofOrganization(ctx, rounds.flat())).toMatchObject([
      { reservationId: id, callKey: "lost#1", worstCaseNanos: 1_000n },
    ]);
    expect(await ledger(ctx)).toMatchObject([
      {
        callKey: "lost#1",
        uncachedInputTokens: 200n,
        cacheReadTokens: 0n,
        cacheWriteTokens: 0n,
        outputTokens: 50n,
        reasoningTokens: 0n,
        costNanos: 1_000n,
        settlement: "ESTIMATED",
        durationMs: null,
      },
    ]);
    expect(await listWindows(ctx)).toContain("2026-11-20 DAY organization: spent 1000, reserved 0");
  });

  it("is left alone while somebody renews it", async () => {
    const { ctx, reserve, clock, worker } = await makeScene();
    const id = await reserve(1_000n);
    for (let round = 0; round < 5; round += 1) {
      clock.advance(50_000);
      await renewReservations(ctx, [id]);
      expect(ofOrganization(ctx, await sweepReservations(worker))).toEqual([]);
    }
    expect(await settleAt(ctx, id, 1n)).toBe("settled");
  });

  it("keeps its estimate when the answer comes after all, and the answer too", async () => {
    const { ctx, reserve, clock, worker } = await makeScene();
    const id = await reserve(1_000n);
    clock.advance(61_000);
    await sweepReservations(worker);
    expect(await settleAt(ctx, id, 300n, { answer: "late" })).toBe("swept");
    await releaseUsage(ctx, { reservationId: id });
    expect(await ledger(ctx)).toMatchObject([{ costNanos: 1_000n, settlement: "ESTIMATED" }]);
    expect(await reservation(ctx, id)).toMatchObject({
      status: "SWEPT",
      answer: "late",
      settledNanos: 1_000n,
    });
  });

  it("without a price is entered without a cost", async () => {
    const { ctx, projectId, clock, worker } = await makeScene();
    await makeReservation(ctx, null, { projectId });
    clock.advance(61_000);
    await sweepReservations(worker);
    expect(await ledger(ctx)).toMatchObject([
      { costNanos: null, settlement: "ESTIMATED", outputTokens: 50n },
    ]);
  });
});

/** Tests of one file share a database: what was swept of other scenes does not matter. */
function ofOrganization<Row extends { organizationId: string }>(ctx: Ctx, rows: Row[]): Row[] {
  return rows.filter(({ organizationId }) => organizationId === ctx.organizationId);
}
