import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { getUsage } from "./get-usage.ts";
import { listPrices } from "./list-prices.ts";
import { listUnpriced } from "./list-unpriced.ts";
import { BUILT_IN_MODEL } from "./price-list.ts";
import { setPrice } from "./set-price.ts";
import { settleUnpriced } from "./settle-unpriced.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const MINE = { provider: "compatible", model: "llama3.3:70b", validFrom: "now" } as const;
const PRICE = { ...MINE, input: "0.20", cacheRead: "0.05", cacheWrite: "0.25", output: "0.60" };

/** A call as the ledger has it while its model has no price. */
function makeUnpriced(ctx: Ctx, overrides: { occurredAt?: Date; projectId?: string; model?: string } = {}) {
  return inOrganization(ctx, ({ tx, organizationId, clock }) =>
    tx.tokenUsage.create({
      data: {
        ...{ organizationId, callKey: randomUUID(), purpose: "episode.write", provider: MINE.provider },
        ...{
          model: MINE.model,
          uncachedInputTokens: 1_000_000,
          outputTokens: 500_000,
          occurredAt: clock.now(),
        },
        ...overrides,
      },
    }),
  );
}

const windowsOf = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) =>
    tx.spendingWindow.findMany({
      orderBy: [{ window: "asc" }, { startsOn: "asc" }, { projectId: { sort: "asc", nulls: "first" } }],
      select: { scopeId: true, window: true, startsOn: true, spentNanos: true },
    }),
  );

describe("entering a price of one's own", () => {
  it("keeps it exactly, and lets it go before the maintained list", async () => {
    const { ctx } = await makeOrganization(database.app);
    await setPrice(ctx, { ...PRICE, provider: "openai", model: "gpt-4.1-nano", input: "$0.05" });
    const rows = (await listPrices(ctx, {})).filter(({ model }) => model === "gpt-4.1-nano");
    expect(rows).toMatchObject([
      {
        isOwn: true,
        isCurrent: true,
        uncachedInputNanosPerMillion: 50_000_000n,
        cacheReadNanosPerMillion: 50_000_000n,
        cacheWriteNanosPerMillion: 250_000_000n,
        outputNanosPerMillion: 600_000_000n,
      },
      { isOwn: false, isCurrent: false },
    ]);
  });

  it("takes the input's price for a cache that was left empty", async () => {
    const { ctx } = await makeOrganization(database.app);
    await setPrice(ctx, { ...MINE, input: "0.20", output: "0.60" });
    expect((await listPrices(ctx, {}))[0]).toMatchObject({
      cacheReadNanosPerMillion: 200_000_000n,
      cacheWriteNanosPerMillion: 200_000_000n,
    });
  });

  it.each([
    ["input", "0,15", "Write a point instead of the comma: 0.15."],
    ["output", "1.2.3", "is no amount of dollars"],
    ["cacheRead", "-1", "can't be negative"],
    ["cacheWrite", "NaN", "is no amount of dollars"],
    ["input", "", "Nothing was typed"],
    ["output", "1e30", "is no amount of dollars"],
    ["output", "1000000000000000000000000000000", "is the most"],
    ["input", "100000.01", "$100,000 for a million tokens is the most"],
    ["input", "free", "is no amount of dollars"],
    ["input", "0", "Zero counts only when"],
    ["cacheRead", "0.00", "Zero counts only when"],
  ])("refuses %s “%s” and says why at its field", async (field, typed, message) => {
    const { ctx } = await makeOrganization(database.app);
    const refusal = setPrice(ctx, { ...PRICE, [field]: typed });
    await expect(refusal).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.stringContaining(message) },
    });
    expect((await listPrices(ctx, {})).filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  it("believes a zero only where it was ticked, and a tick only without a price", async () => {
    const { ctx } = await makeOrganization(database.app);
    await setPrice(ctx, { ...MINE, input: "0", isFree: true });
    expect((await listPrices(ctx, {}))[0]).toMatchObject({
      uncachedInputNanosPerMillion: 0n,
      cacheReadNanosPerMillion: 0n,
      cacheWriteNanosPerMillion: 0n,
      outputNanosPerMillion: 0n,
    });
    await expect(setPrice(ctx, { ...PRICE, model: "other", isFree: true })).rejects.toMatchObject({
      fields: { input: expect.stringContaining("take the tick away") },
    });
  });

  it.each([
    ["provider", { provider: BUILT_IN_MODEL.provider, model: BUILT_IN_MODEL.model }],
    ["provider", { provider: "not a provider" }],
    ["model", { model: "" }],
    ["model", { model: "two words" }],
    ["model", { model: "a\u0000b" }],
    ["model", { model: "m".repeat(201) }],
    ["validFrom", { validFrom: "2026-02-30" }],
    ["validFrom", { validFrom: "2099-01-01" }],
    ["validFrom", { validFrom: "yesterday" }],
  ])("refuses what is no %s: %j", async (field, wrong) => {
    const { ctx } = await makeOrganization(database.app);
    await expect(setPrice(ctx, { ...PRICE, ...wrong })).rejects.toMatchObject({
      code: "INVALID",
      fields: { [field]: expect.any(String) },
    });
  });

  it("begins with the day of the reporting zone, and never twice at once", async () => {
    const { ctx } = await makeOrganization(database.app, { reportingZone: "Asia/Kathmandu" });
    const dated = { ...PRICE, validFrom: "2026-11-01" };
    const [one, two] = await Promise.allSettled([setPrice(ctx, dated), setPrice(ctx, dated)]);
    expect([one?.status, two?.status].sort()).toEqual(["fulfilled", "rejected"]);
    const own = (await listPrices(ctx, {})).filter(({ isOwn }) => isOwn);
    expect(own.map(({ validFrom }) => validFrom.toISOString())).toEqual(["2026-10-31T18:15:00.000Z"]);
    await expect(setPrice(ctx, dated)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("can be announced: until it begins, the old one holds", async () => {
    const { ctx } = await makeOrganization(database.app);
    await setPrice(ctx, PRICE);
    await setPrice(ctx, { ...PRICE, output: "0.90", validFrom: "2027-01-01" });
    const own = (await listPrices(ctx, {})).filter(({ isOwn }) => isOwn);
    expect(own.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  });

  it("is for administrators, and nobody else's", async () => {
    const made = await makeOrganization(database.app);
    const editor = await asMember(made, "EDITOR");
    await expect(setPrice(editor, PRICE)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(settleUnpriced(editor, MINE)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(listPrices(editor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await setPrice(made.ctx, PRICE);
    const other = await makeOrganization(database.app);
    expect((await listPrices(other.ctx, {})).filter(({ isOwn }) => isOwn)).toEqual([]);
  });

  it("stands in the audit log and can't be changed afterwards by either run-time role", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { priceId } = await setPrice(ctx, PRICE);
    const log = await inOrganization(ctx, ({ tx }) => tx.auditLog.findMany({ where: { targetId: priceId } }));
    expect(log).toMatchObject([
      { action: "price.set", after: { model: MINE.model, dollarsPerMillion: { output: "0.60" } } },
    ]);
    for (const db of [database.app, database.worker]) {
      const change = inOrganization({ ...ctx, db }, ({ tx }) =>
        tx.modelPrice.updateMany({ data: { outputNanosPerMillion: 1n } }),
      );
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});

describe("what was paid", () => {
  it("stays explained: no price begins before a call that another one has priced", async () => {
    const { ctx, clock } = await makeLedger(database);
    await makeCall(ctx);
    const mine = { ...PRICE, provider: "test", model: "small" };
    for (const validFrom of ["2026-11-20", "2026-11-01"]) {
      await expect(setPrice(ctx, { ...mine, validFrom })).rejects.toMatchObject({
        fields: { validFrom: expect.stringContaining("stays as it is") },
      });
    }
    await setPrice(ctx, { ...mine, validFrom: "2026-11-21" });
    clock.advance(1);
    await setPrice(ctx, mine);
    expect((await makeCall(ctx)).costNanos).toBe(260_000n);
    const rows = await inOrganization(ctx, ({ tx }) =>
      tx.tokenUsage.findMany({ orderBy: { recordedAt: "asc" } }),
    );
    expect(rows.map(({ costNanos }) => costNanos)).toEqual([CALL_COST, 260_000n]);
  });
});

describe("calls without a price", () => {
  it("are told by model until a price is there, which settles them, their days and their windows", async () => {
    const { ctx, projectId, organizationId } = await makeLedger(database, "America/New_York");
    await makeUnpriced(ctx, { occurredAt: new Date("2026-11-10T03:00:00Z"), projectId });
    await makeUnpriced(ctx, { occurredAt: new Date("2026-11-20T03:00:00Z"), projectId });
    await makeUnpriced(ctx, { occurredAt: new Date("2026-11-20T06:00:00Z") });
    await makeUnpriced(ctx, { model: "another" });
    expect(await listUnpriced(ctx, {})).toMatchObject([
      {
        model: MINE.model,
        calls: 3,
        callsWithPrice: 0,
        tokensRead: 3e6,
        tokensWritten: 1.5e6,
        firstDay: "2026-11-09",
      },
      { model: "another", calls: 1, firstDay: "2026-11-20" },
    ]);

    const settled = await setPrice(ctx, { ...PRICE, validFrom: "2026-11-19" });
    expect(settled).toMatchObject({ settledCalls: 2, settledNanos: 1_000_000_000n });
    expect(await windowsOf(ctx)).toMatchObject([
      { scopeId: organizationId, window: "DAY", startsOn: new Date("2026-11-19"), spentNanos: 500_000_000n },
      { scopeId: projectId, window: "DAY", startsOn: new Date("2026-11-19"), spentNanos: 500_000_000n },
      { scopeId: organizationId, window: "DAY", startsOn: new Date("2026-11-20"), spentNanos: 500_000_000n },
      {
        scopeId: organizationId,
        window: "MONTH",
        startsOn: new Date("2026-11-01"),
        spentNanos: 1_000_000_000n,
      },
      { scopeId: projectId, window: "MONTH", startsOn: new Date("2026-11-01"), spentNanos: 500_000_000n },
    ]);
    const { byDay, total } = await getUsage(ctx, { from: "2026-11-01", until: "2026-11-20" });
    expect(total.costNanos).toBe(1_000_000_000n);
    expect(byDay.filter(({ costNanos }) => costNanos > 0n).map(({ date }) => date)).toEqual([
      "2026-11-19",
      "2026-11-20",
    ]);
    expect(await listUnpriced(ctx, {})).toMatchObject([
      { calls: 1, model: "another" },
      { calls: 1, firstDay: "2026-11-09" },
    ]);
  });

  it("are settled by a price that was there already or came with the list, each by the one of its time, once", async () => {
    const { ctx } = await makeLedger(database);
    await setPrice(ctx, { ...PRICE, validFrom: "2026-11-01" });
    await setPrice(ctx, { ...PRICE, input: "2.00", validFrom: "2026-11-15" });
    await makeUnpriced(ctx, { occurredAt: new Date("2026-11-14T23:59:59Z") });
    await makeUnpriced(ctx, { occurredAt: new Date("2026-11-15T00:00:00Z") });
    expect(await listUnpriced(ctx, {})).toMatchObject([{ calls: 2, callsWithPrice: 2 }]);
    expect(await settleUnpriced(ctx, MINE)).toEqual({
      settledCalls: 2,
      settledNanos: 500_000_000n + 2_300_000_000n,
    });
    expect(await settleUnpriced(ctx, MINE)).toEqual({ settledCalls: 0, settledNanos: 0n });

    const listed = { provider: "openai", model: "gpt-4.1-nano" };
    await inOrganization(ctx, ({ tx, organizationId, clock }) =>
      tx.tokenUsage.create({
        data: {
          ...{ organizationId, callKey: "nano", purpose: "episode.write", ...listed },
          ...{ uncachedInputTokens: 1_000_000, outputTokens: 0, occurredAt: clock.now() },
        },
      }),
    );
    expect(await settleUnpriced(ctx, listed)).toEqual({ settledCalls: 1, settledNanos: 100_000_000n });
    expect(await listUnpriced(ctx, {})).toEqual([]);
  });

  it("of another organization are left alone", async () => {
    const one = await makeOrganization(database.app);
    const two = await makeOrganization(database.app);
    await makeUnpriced(two.ctx);
    expect(await setPrice(one.ctx, { ...PRICE, validFrom: "2026-11-01" })).toMatchObject({ settledCalls: 0 });
    expect(await listUnpriced(two.ctx, {})).toMatchObject([{ calls: 1 }]);
  });
});
