import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "#platform/context.ts";
import { inOrganization } from "#platform/database.ts";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeLedger } from "#testing/factories/make-call.ts";
import { makeEpisode } from "#testing/factories/make-episode.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { testKeys } from "#testing/test-keys.ts";
import { getReconciliation } from "./get-reconciliation.ts";
import { getUsage } from "./get-usage.ts";
import { reconcileUsage } from "./reconcile-usage.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** Three days of calls for an episode and without, rolled up; the last of them is today. */
async function makeScene(zone = "UTC") {
  const made = await makeLedger(database, zone);
  const { ctx, clock, projectId } = made;
  const { id: episodeId } = await makeEpisode(ctx, projectId, { number: 1 });
  for (const day of ["18", "19", "20"]) {
    const occurredAt = new Date(`2026-11-${day}T06:00:00Z`);
    await makeCall(ctx, { occurredAt, projectId, episodeId });
    await makeCall(ctx, { occurredAt });
  }
  const worker = { db: database.worker, clock, keys: testKeys };
  await rollUpDays(worker);
  const reconcile = async () =>
    (await reconcileUsage(worker)).find(({ organizationId }) => organizationId === ctx.organizationId);
  return { ...made, episodeId, worker, reconcile };
}

const windows = (ctx: Ctx) =>
  inOrganization(ctx, ({ tx }) =>
    tx.spendingWindow.findMany({ orderBy: [{ window: "asc" }, { startsOn: "asc" }, { scopeId: "asc" }] }),
  );
const rollUps = (ctx: Ctx) =>
  inOrganization(ctx, async ({ tx }) => {
    const without = { omit: { id: true, computedAt: true } } as const;
    return [
      await tx.tokenUsageDaily.findMany({ ...without, orderBy: [{ day: "asc" }, { projectId: "asc" }] }),
      await tx.episodeUsageDaily.findMany({ ...without, orderBy: [{ day: "asc" }, { projectId: "asc" }] }),
    ];
  });

describe("comparing with the ledger", () => {
  it("finds no drift where there is none, and leaves a row that says so", async () => {
    const { ctx, clock, reconcile } = await makeScene();
    expect(await getReconciliation(ctx, {})).toBeNull();
    expect(await reconcile()).toEqual({ organizationId: ctx.organizationId, daysCompared: 2, drift: [] });
    expect(await getReconciliation(ctx, {})).toEqual({
      comparedAt: clock.now(),
      fromDay: "2026-11-18",
      untilDay: "2026-11-19",
      daysCompared: 2,
      drift: [],
    });
  });

  it("finds and mends what was changed, lost or invented in a roll-up, though the money agrees", async () => {
    const { ctx, worker, reconcile } = await makeScene();
    const right = await rollUps(ctx);
    const [day18, day19] = [new Date("2026-11-18"), new Date("2026-11-19")];
    await inOrganization(ctx, async ({ tx }) => {
      await tx.tokenUsageDaily.updateMany({ where: { day: day18 }, data: { costNanos: 1n } });
      await tx.episodeUsageDaily.updateMany({ where: { day: day18 }, data: { outputTokens: 7n } });
      await tx.episodeUsageDaily.deleteMany({ where: { day: day19, episodeId: null } });
    });
    expect((await reconcile())?.drift).toEqual([
      { what: "roll-up by episode of 2026-11-18", ledgerNanos: 2n * CALL_COST, foundNanos: 2n * CALL_COST },
      { what: "roll-up by model of 2026-11-18", ledgerNanos: 2n * CALL_COST, foundNanos: 2n },
      { what: "roll-up by episode of 2026-11-19", ledgerNanos: 2n * CALL_COST, foundNanos: CALL_COST },
    ]);
    // What is wrong is not shown from then on, roll-up or not.
    expect((await getUsage(ctx, {})).total.costNanos).toBe(6n * CALL_COST);
    await rollUpDays(worker);
    expect(await rollUps(ctx)).toEqual(right);
    expect((await reconcile())?.drift).toEqual([]);
  });

  it("finds a day that was never marked, and rows for a day without calls", async () => {
    const { ctx, worker, reconcile } = await makeScene();
    const right = await rollUps(ctx);
    await inOrganization(ctx, async ({ tx }) => {
      await tx.usageDay.deleteMany({ where: { day: new Date("2026-11-18") } });
      await tx.tokenUsageDaily.deleteMany({ where: { day: new Date("2026-11-18") } });
      await tx.tokenUsageDaily.updateMany({
        where: { day: new Date("2026-11-19"), projectId: null },
        data: { day: new Date("2026-11-10") },
      });
    });
    expect((await reconcile())?.drift.map(({ what }) => what)).toEqual([
      "roll-up by model of 2026-11-10",
      "roll-up by model of 2026-11-18",
      "roll-up by model of 2026-11-19",
    ]);
    await rollUpDays(worker);
    expect(await rollUps(ctx)).toEqual(right);
  });

  it("finds and mends windows that are off, missing or invented", async () => {
    const { ctx, reconcile, episodeId, projectId, organizationId } = await makeScene();
    const right = await windows(ctx);
    await inOrganization(ctx, async ({ tx }) => {
      await tx.spendingWindow.updateMany({ where: { scopeId: episodeId }, data: { spentNanos: 1n } });
      await tx.spendingWindow.deleteMany({ where: { scopeId: organizationId, window: "MONTH" } });
      await tx.spendingWindow.create({
        data: {
          organizationId,
          scopeId: projectId,
          projectId,
          window: "DAY",
          startsOn: new Date("2026-11-01"),
          spentNanos: 5n,
        },
      });
    });
    expect((await reconcile())?.drift).toEqual([
      { what: `window, day of 2026-11-01, ${projectId}`, ledgerNanos: 0n, foundNanos: 5n },
      { what: `window, month of 2026-11-01, ${organizationId}`, ledgerNanos: 6n * CALL_COST, foundNanos: 0n },
      { what: `window, episode, ${episodeId}`, ledgerNanos: 3n * CALL_COST, foundNanos: 1n },
    ]);
    expect(await windows(ctx)).toEqual(right);
  });

  it("takes neither a day that waits for the roll-up nor a zone that is not counted yet for drift", async () => {
    const { ctx, reconcile } = await makeScene();
    await makeCall(ctx, { occurredAt: new Date("2026-11-18T06:00:00Z") });
    expect((await reconcile())?.drift).toEqual([]);
    await inOrganization(ctx, ({ tx, organizationId: id }) =>
      tx.organization.update({ where: { id }, data: { reportingZone: "Pacific/Auckland" } }),
    );
    expect(await reconcile()).toBeUndefined();
  });

  it("goes on with the others when one organization fails; is shown to nobody else, and to no editor", async () => {
    const [broken, sound] = [await makeScene(), await makeScene()];
    const { organizationId } = broken;
    await admin.query("update organization set reporting_zone = 'Mars/Olympus' where id = $1", [
      organizationId,
    ]);
    await expect(sound.reconcile()).rejects.toThrow("1 organizations could not be compared");
    expect((await getReconciliation(sound.ctx, {}))?.drift).toEqual([]);
    await admin.query("update organization set reporting_zone = 'UTC' where id = $1", [organizationId]);
    expect(await getReconciliation(broken.ctx, {})).toBeNull();
    const editor = await asMember(sound, "EDITOR");
    await expect(getReconciliation(editor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
