import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember, makeOrganization } from "#testing/factories/make-organization.ts";
import { makeProject } from "#testing/factories/make-project.ts";
import { makeWindow } from "#testing/factories/make-window.ts";
import { forecastSpending } from "./forecast-spending.ts";
import { listBudgets } from "./list-budgets.ts";
import { removeBudget } from "./remove-budget.ts";
import { rollUpDays } from "./roll-up-days.ts";
import { setBudget } from "./set-budget.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DOLLAR = 1_000_000_000n;
const monthly = { projectId: null, window: "MONTH", isHard: true } as const;
const failureOf = (trying: Promise<unknown>) =>
  trying.then(
    () => null,
    (error: unknown) => error,
  );

function tracesOf(ctx: Ctx) {
  return inOrganization(ctx, async ({ tx, organizationId }) => ({
    audit: await tx.auditLog.findMany({
      where: { organizationId, action: { startsWith: "budget." } },
      orderBy: { sequence: "asc" },
      select: { action: true, targetId: true, before: true, after: true },
    }),
    events: (await tx.userEvent.findMany({ where: { organizationId }, orderBy: { id: "asc" } })).map(
      ({ type }) => type,
    ),
  }));
}

describe("a ceiling", () => {
  it("is set, replaced and removed, and each stands in the audit log with what it was before", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { budgetId } = await setBudget(ctx, { ...monthly, ceiling: "$1,200.00" });
    expect(await setBudget(ctx, { ...monthly, ceiling: "12.50", isHard: false })).toEqual({ budgetId });
    await setBudget(ctx, { ...monthly, ceiling: "12.5", isHard: false });
    const { budgets } = await listBudgets(ctx, {});
    expect(budgets).toMatchObject([
      { id: budgetId, ceilingNanos: 12_500_000_000n, isHard: false, window: "MONTH" },
    ]);

    await removeBudget(ctx, { budgetId });
    expect((await listBudgets(ctx, {})).budgets).toEqual([]);
    expect(await failureOf(removeBudget(ctx, { budgetId }))).toMatchObject({ code: "NOT_FOUND" });
    const { audit, events } = await tracesOf(ctx);
    const first = { projectId: null, window: "MONTH", ceilingDollars: "1200.00", isHard: true };
    const second = { ...first, ceilingDollars: "12.50", isHard: false };
    expect(audit).toEqual([
      { action: "budget.set", targetId: budgetId, before: null, after: first },
      { action: "budget.set", targetId: budgetId, before: first, after: second },
      { action: "budget.remove", targetId: budgetId, before: second, after: null },
    ]);
    expect(events).toEqual(["budget_set", "budget_set", "budget_removed"]);
  });

  it("is one for each of organization and project, and each of day, month and episode, also when two set it at once", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(ctx);
    for (const scope of [null, projectId]) {
      for (const window of ["DAY", "MONTH", "EPISODE"] as const) {
        const budget = { projectId: scope, window, isHard: true };
        const both = await Promise.all(["1", "2"].map((ceiling) => setBudget(ctx, { ...budget, ceiling })));
        expect(both[0]).toEqual(both[1]);
      }
    }
    const { budgets } = await listBudgets(ctx, {});
    expect(budgets.map((budget) => [budget.projectId, budget.window])).toEqual(
      [null, projectId].flatMap((scope) => ["DAY", "MONTH", "EPISODE"].map((window) => [scope, window])),
    );
  });

  it.each(["-1", "NaN", "", "1,200", "0.0000000001", "99999999999999999999", "twelve"])(
    "of “%s” is refused at its field, and nothing changes",
    async (ceiling) => {
      const { ctx } = await makeOrganization(database.app);
      await setBudget(ctx, { ...monthly, ceiling: "10" });
      const failure = await failureOf(setBudget(ctx, { ...monthly, ceiling }));
      expect(failure).toMatchObject({ code: "INVALID", fields: { ceiling: expect.stringMatching(/\w{4}/) } });
      expect((await listBudgets(ctx, {})).budgets[0]?.ceilingNanos).toBe(10n * DOLLAR);
      expect((await tracesOf(ctx)).audit).toHaveLength(1);
    },
  );

  it("belongs to its organization: another finds, sets and removes none of it, nor does an editor", async () => {
    const made = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(made.ctx);
    const { budgetId } = await setBudget(made.ctx, { ...monthly, projectId, ceiling: "10" });
    const other = await makeOrganization(database.app);
    expect((await listBudgets(other.ctx, {})).budgets).toEqual([]);
    expect(await failureOf(removeBudget(other.ctx, { budgetId }))).toMatchObject({ code: "NOT_FOUND" });
    const foreign = setBudget(other.ctx, { ...monthly, projectId, ceiling: "1" });
    expect(await failureOf(foreign)).toMatchObject({ code: "NOT_FOUND" });
    expect(
      await failureOf(setBudget(other.ctx, { ...monthly, projectId: randomUUID(), ceiling: "1" })),
    ).toMatchObject({
      code: "NOT_FOUND",
    });
    const editor = await asMember(made, "EDITOR");
    for (const trying of [
      listBudgets(editor, {}),
      setBudget(editor, { ...monthly, ceiling: "1" }),
      removeBudget(editor, { budgetId }),
    ]) {
      expect(await failureOf(trying)).toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("goes with its project, and none is set for one that is removed", async () => {
    const { ctx } = await makeOrganization(database.app);
    const { id: projectId } = await makeProject(ctx);
    await setBudget(ctx, { ...monthly, projectId, ceiling: "10" });
    await inOrganization(ctx, ({ tx }) =>
      tx.project.updateMany({ where: { id: projectId }, data: { deletedAt: new Date() } }),
    );
    expect((await listBudgets(ctx, {})).budgets).toEqual([]);
    const again = setBudget(ctx, { ...monthly, projectId, ceiling: "10" });
    expect(await failureOf(again)).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the list of ceilings", () => {
  it("shows each with its window as the organization counts it, and how near it is", async () => {
    // 06:30 UTC on the first of December is still November in Los Angeles.
    const { ctx, projectId, clock } = await makeLedger(
      database,
      "America/Los_Angeles",
      "2026-12-01T06:30:00Z",
    );
    const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1 });
    for (const [window, ceiling] of [
      ["DAY", "1"],
      ["MONTH", "10"],
      ["EPISODE", "0.50"],
    ] as const) {
      await setBudget(ctx, { projectId, window, ceiling, isHard: true });
    }
    const mine = { projectId };
    await makeWindow(ctx, {
      ...mine,
      window: "DAY",
      startsOn: "2026-11-30",
      spentNanos: DOLLAR / 2n,
      reservedNanos: DOLLAR / 2n,
    });
    await makeWindow(ctx, { ...mine, window: "MONTH", startsOn: "2026-11-01", spentNanos: 8n * DOLLAR });
    await makeWindow(ctx, { ...mine, window: "EPISODE", episodeId, spentNanos: DOLLAR / 10n });
    const shown = async () =>
      (await listBudgets(ctx, {})).budgets.map(({ startsOn, endsOn, spentNanos, reservedNanos, state }) => [
        ...[startsOn, endsOn],
        ...[Number(spentNanos) / 1e9, Number(reservedNanos) / 1e9, state],
      ]);
    expect(await shown()).toEqual([
      ["2026-11-30", "2026-11-30", 0.5, 0.5, "REACHED"],
      ["2026-11-01", "2026-11-30", 8, 0, "NEAR"],
      ["1970-01-01", "1970-01-01", 0.1, 0, "OPEN"],
    ]);
    clock.set("2026-12-01T08:00:00Z");
    expect((await shown()).slice(0, 2)).toEqual([
      ["2026-12-01", "2026-12-01", 0, 0, "OPEN"],
      ["2026-12-01", "2026-12-31", 0, 0, "OPEN"],
    ]);
  });

  it("foretells what a month will cost from its days and the coming slots, and is silent while it is too early", async () => {
    const { ctx, projectId, clock } = await makeLedger(database, "UTC", "2026-11-20T12:00:00Z");
    await setBudget(ctx, { ...monthly, ceiling: "50" });
    await setBudget(ctx, { projectId, window: "DAY", ceiling: "5", isHard: true });
    const slots = { comingSlots: [{ projectId, untilDayEnd: 1, untilMonthEnd: 6 }] };
    expect((await listBudgets(ctx, slots)).budgets.map((budget) => budget.forecast)).toEqual([null, null]);

    for (const day of ["10", "11", "13", "19"]) {
      await makeCall(ctx, {
        purpose: "episode.write",
        projectId,
        occurredAt: new Date(`2026-11-${day}T10:00:00Z`),
      });
    }
    await rollUpDays({ db: database.worker, clock, keys: ctx.keys });
    await makeWindow(ctx, { window: "MONTH", startsOn: "2026-11-01", spentNanos: 3n * DOLLAR });
    for (const number of [-3, -2]) {
      const { id: episodeId } = await makeEpisode(ctx, projectId, { number: Math.abs(number) });
      await makeWindow(ctx, { window: "EPISODE", projectId, episodeId, spentNanos: 2n * DOLLAR });
    }
    const [month, day] = (await listBudgets(ctx, slots)).budgets;
    const dollars = (spent: bigint) => ({ lowNanos: spent, midNanos: spent, highNanos: spent });
    expect(month?.forecast).toEqual(dollars(15n * DOLLAR));
    expect(day?.forecast).toEqual(dollars(2n * DOLLAR));
    expect(await forecastSpending(ctx, slots)).toMatchObject({
      startsOn: "2026-11-01",
      endsOn: "2026-11-30",
      spentNanos: 3n * DOLLAR,
      forecast: dollars(15n * DOLLAR),
    });
  });
});
