import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { installPrices } from "./install-prices.ts";
import { BUILT_IN_MODEL, PRICE_LIST } from "./price-list.ts";
import { recordUsage, type UsageCall } from "./record-usage.ts";
import { recountDays } from "./recount-days.ts";
import { recountWindows } from "./recount-windows.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const makeScene = (...given: [zone?: string, now?: string]) => makeLedger(database, ...given);

const ledger = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) => tx.tokenUsage.findMany({ orderBy: { occurredAt: "asc" } }));

describe("entering a call into the ledger", () => {
  it("keeps its buckets, its price and its cost, in the name of the person", async () => {
    const { ctx, projectId, userId } = await makeScene();
    const buckets = { uncachedInput: 1200, cacheRead: 6000, cacheWrite: 10, output: 800, reasoning: 300 };
    const entered = await makeCall(ctx, { projectId, phase: "WRITE", tokens: buckets, durationMs: 1500 });
    expect(entered).toEqual({ isNew: true, costNanos: 17_437_500n });
    expect(await ledger(ctx)).toMatchObject([
      {
        projectId,
        userId,
        purpose: "episode.write",
        phase: "WRITE",
        costNanos: 17_437_500n,
        reasoningTokens: 300n,
        settlement: "EXACT",
        occurredAt: ctx.clock.now(),
      },
    ]);
  });

  it("enters a call once, however often and at once it is recorded", async () => {
    const { ctx } = await makeScene();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => makeCall(ctx, { callKey: "run 1, write" })),
    );
    expect(outcomes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(outcomes.map(({ costNanos }) => costNanos)).toEqual(Array(8).fill(CALL_COST));
    expect(await ledger(ctx)).toHaveLength(1);
  });

  it("is undone with the transaction that it belongs to", async () => {
    const { ctx } = await makeScene();
    await expect(
      inOrganization(ctx, async (inside) => {
        await makeCall(inside);
        throw new Error("the phase could not be kept");
      }),
    ).rejects.toThrow();
    expect(await ledger(ctx)).toEqual([]);
    expect((await getUsage(ctx, {})).total.callCount).toBe(0);
  });

  it("enters a call whose model has no price without a cost: a missing price is never zero", async () => {
    const { ctx } = await makeScene();
    const unpriced = { isNew: true, costNanos: null };
    expect(await makeCall(ctx, { model: "unheard-of" })).toEqual(unpriced);
    expect(await makeCall(ctx, { occurredAt: new Date("1999-12-31T23:59:59Z") })).toEqual(unpriced);
    await makeCall(ctx);
    expect(await ledger(ctx)).toMatchObject([
      { costNanos: null, modelPriceId: null },
      { costNanos: null, modelPriceId: null },
      { costNanos: CALL_COST, modelPriceId: expect.any(String) },
    ]);
    expect((await getUsage(ctx, {})).total).toMatchObject({
      callCount: 2,
      unpricedCount: 1,
      costNanos: CALL_COST,
    });
  });

  it("takes the price that held when the call was made; the organization's own goes before the list's", async () => {
    const { ctx } = await makeScene();
    await makePrice(ctx, {
      validFrom: new Date("2026-06-01T00:00:00Z"),
      outputNanosPerMillion: 30_000_000_000n,
    });
    const before = await makeCall(ctx, { occurredAt: new Date("2026-05-31T23:59:59.999Z") });
    const after = await makeCall(ctx, { occurredAt: new Date("2026-06-01T00:00:00Z") });
    expect([before.costNanos, after.costNanos]).toEqual([CALL_COST, 6_000_000n]);

    expect((await makeCall(ctx, BUILT_IN_MODEL)).costNanos).toBe(0n);
    await makePrice(ctx, { ...BUILT_IN_MODEL, validFrom: new Date("2010-01-01T00:00:00Z") });
    expect((await makeCall(ctx, BUILT_IN_MODEL)).costNanos).toBe(CALL_COST);
  });

  it("does not see the prices of another organization", async () => {
    const { ctx } = await makeOrganization(database.app);
    await makeScene();
    expect((await makeCall(ctx)).costNanos).toBeNull();
  });

  it("refuses impossible numbers of tokens, and an episode without its project, and enters nothing of the delivery", async () => {
    const { ctx, projectId } = await makeScene();
    const call = { purpose: "episode.write", provider: "test", model: "small" } as const;
    const tokens = { uncachedInput: 1, cacheRead: 0, cacheWrite: 0, output: 1 };
    const wrong = [
      { tokens: { ...tokens, output: -1 } },
      { tokens: { ...tokens, cacheRead: 0.5 } },
      { tokens: { ...tokens, uncachedInput: Number.NaN }, model: "unheard-of" },
      { tokens, episodeId: projectId },
    ];
    for (const [index, bad] of wrong.entries()) {
      const delivery = [
        { ...call, tokens, callKey: "good" },
        { ...call, callKey: `bad ${index}`, ...bad },
      ];
      await expect(inOrganization(ctx, (inside) => recordUsage(inside, delivery))).rejects.toMatchObject({
        code: "INVALID",
      });
    }
    expect(await ledger(ctx)).toEqual([]);
  });

  it("can't be changed or taken out by either run-time role", async () => {
    const { ctx, organizationId } = await makeScene();
    await makeCall(ctx);
    for (const db of [database.app, database.worker]) {
      const acting = actingFor({ db, clock: ctx.clock, keys: testKeys }, organizationId, "test");
      await expect(
        inOrganization(acting, ({ tx }) => tx.tokenUsage.updateMany({ data: { costNanos: 0n } })),
      ).rejects.toThrow(/permission denied/);
      await expect(inOrganization(acting, ({ tx }) => tx.tokenUsage.deleteMany())).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});

describe("entering many calls", () => {
  const delivery = (count: number, of: (index: number) => Partial<UsageCall>): UsageCall[] =>
    Array.from({ length: count }, (_, index) => ({
      callKey: `call ${index}`,
      purpose: "episode.write",
      provider: "test",
      model: "small",
      tokens: { uncachedInput: 1000, cacheRead: 0, cacheWrite: 0, output: 100 },
      ...of(index),
    }));
  const record = (ctx: Ctx, calls: UsageCall[]) =>
    inOrganization(ctx, (inside) => recordUsage(inside, calls));
  const windows = (ctx: Ctx) =>
    inOrganization(ctx, ({ tx }) =>
      tx.spendingWindow.findMany({
        orderBy: [{ window: "asc" }, { startsOn: "asc" }, { spentNanos: "asc" }],
      }),
    );

  it("tells of each whether it is new, in their order, and enters what stands twice in a delivery once", async () => {
    const { ctx } = await makeScene();
    const calls = delivery(4, (index) => ({ callKey: `call ${[1, 0, 1, 2][index]}` }));
    const isNew = async (given: UsageCall[]) => (await record(ctx, given)).map((recorded) => recorded.isNew);
    expect(await isNew(calls)).toEqual([true, true, false, true]);
    expect(await isNew(delivery(5, () => ({})))).toEqual([false, false, false, true, true]);
    expect(await record(ctx, [])).toEqual([]);
    expect(await ledger(ctx)).toHaveLength(5);
  });

  it("counts what they cost in every window, by the day on the wall, and what is free in none", async () => {
    const { ctx, projectId } = await makeScene("Asia/Kolkata", "2026-11-01T12:00:00Z");
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1 });
    // Half an hour before midnight there, and after it: the first of November.
    const at = (index: number) => new Date(Date.UTC(2026, 9, 31, 18, index % 2 === 0 ? 0 : 31));
    const calls = delivery(6, (index) => ({
      occurredAt: at(index),
      ...(index < 4 ? { projectId, episodeId } : {}),
    }));
    await record(ctx, calls);
    await record(ctx, calls);
    await record(
      ctx,
      delivery(3, (index) => ({ ...BUILT_IN_MODEL, projectId, callKey: `free ${index}` })),
    );
    const found = await windows(ctx);
    const counted = found.map((row) => [
      row.window,
      row.startsOn.toISOString().slice(0, 10),
      row.scopeId === ctx.organizationId ? "organization" : row.scopeId === projectId ? "project" : "episode",
      row.spentNanos / CALL_COST,
    ]);
    expect(counted).toEqual([
      ["DAY", "2026-10-31", "project", 2n],
      ["DAY", "2026-10-31", "organization", 3n],
      ["DAY", "2026-11-01", "project", 2n],
      ["DAY", "2026-11-01", "organization", 3n],
      ["MONTH", "2026-10-01", "project", 2n],
      ["MONTH", "2026-10-01", "organization", 3n],
      ["MONTH", "2026-11-01", "project", 2n],
      ["MONTH", "2026-11-01", "organization", 3n],
      ["EPISODE", "1970-01-01", "episode", 4n],
    ]);
    expect(found.every(({ reservedNanos }) => reservedNanos === 0n)).toBe(true);
  });

  it("never waits in a circle: deliveries that overlap, out of order and at once, beside roll-ups and recounts", async () => {
    const { ctx, projectId, clock } = await makeScene();
    const other = await makeProject(ctx, { title: "Other" });
    const episodes = [
      await makeEpisode(ctx, projectId, { number: 1 }),
      await makeEpisode(ctx, other.id, { number: 1 }),
    ];
    const calls = delivery(60, (index) => {
      const episode = episodes[index % 2];
      return {
        occurredAt: new Date(Date.UTC(2026, 10, 1 + (index % 20), 12)),
        ...(episode ? { projectId: episode.projectId, episodeId: episode.id } : {}),
      };
    });
    const worker = { db: database.worker, clock, keys: testKeys };
    const acting = actingFor(worker, ctx.organizationId, "test");
    await Promise.all(
      Array.from({ length: 12 }, async (_, turn) => {
        const slice = [...calls.slice(turn * 5), ...calls.slice(0, turn * 3)];
        await record(ctx, turn % 2 === 0 ? slice : slice.toReversed());
        if (turn % 4 === 0) await recountWindows(acting);
        if (turn % 3 === 0) await rollUpDays(worker);
        if (turn % 5 === 0) await inOrganization(acting, recountDays);
      }),
    );
    await rollUpDays(worker);
    expect(await ledger(ctx)).toHaveLength(60);
    expect(await recountWindows(acting)).toEqual([]);
    expect((await getUsage(ctx, { from: "2026-11-01" })).total.costNanos).toBe(60n * CALL_COST);
  });
});

describe("the maintained price list", () => {
  it("is installed once, and leaves what is there alone", async () => {
    expect(await installPrices(database.ownerUrl)).toBe(0);
    const client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    const { rows } = await client.query(
      "select provider, model, output_nanos_per_million::text as output from model_price where organization_id is null",
    );
    await client.end();
    expect(rows).toHaveLength(PRICE_LIST.length);
    expect(rows).toContainEqual({ ...BUILT_IN_MODEL, output: "0" });
    expect(rows).toContainEqual({ provider: "openai", model: "text-embedding-3-small", output: "20000000" });
  });
});
