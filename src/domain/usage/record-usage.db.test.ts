import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { actingFor } from "#platform/system.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeOrganization } from "#testing/factories/make-organization.ts";
import { makePrice } from "#testing/factories/make-price.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getUsage } from "./get-usage.ts";
import { installPrices } from "./install-prices.ts";
import { BUILT_IN_MODEL, PRICE_LIST } from "./price-list.ts";

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

  it("refuses a call whose model has no price at that instant: a missing price is never zero", async () => {
    const { ctx } = await makeScene();
    await expect(makeCall(ctx, { model: "unheard-of" })).rejects.toMatchObject({
      code: "NOT_NOW",
      message: expect.stringContaining("no price for the model unheard-of"),
    });
    await expect(makeCall(ctx, { occurredAt: new Date("1999-12-31T23:59:59Z") })).rejects.toMatchObject({
      code: "NOT_NOW",
    });
    expect(await ledger(ctx)).toEqual([]);
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
    await expect(makeCall(ctx)).rejects.toMatchObject({ code: "NOT_NOW" });
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
