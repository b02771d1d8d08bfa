import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/database.ts";
import { CALL_COST, makeCall, makeCalls, makeLedger } from "#testing/factories/make-call.ts";
import { asMember } from "#testing/factories/make-organization.ts";
import { testKeys } from "#testing/test-keys.ts";
import { exportCalls } from "./export-calls.ts";
import { exportUsage } from "./export-usage.ts";
import { rollUpDays } from "./roll-up-days.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const rowsOf = async (...given: Parameters<typeof exportUsage>) =>
  (await Array.fromAsync((await exportUsage(...given)).pages)).flat();

describe("exporting usage", () => {
  it("gives a row for each day, project, model and purpose, rolled up or not", async () => {
    const { ctx, clock, projectId } = await makeLedger(database);
    await makeCall(ctx, { projectId, occurredAt: new Date("2026-11-19T12:00:00Z") });
    await makeCall(ctx, { projectId, occurredAt: new Date("2026-11-19T13:00:00Z") });
    await rollUpDays({ db: database.worker, clock, keys: testKeys });
    await makeCall(ctx, { purpose: "episode.check" });
    await makeCall(ctx, { model: "unheard-of" });
    const rows = await rowsOf(ctx, {});
    expect(rows).toMatchObject([
      {
        day: "2026-11-19",
        projectTitle: "Quay",
        purpose: "episode.write",
        callCount: 2n,
        costNanos: 2n * CALL_COST,
      },
      { day: "2026-11-20", projectId: null, purpose: "episode.check", model: "small", unpricedCount: 0n },
      { day: "2026-11-20", model: "unheard-of", costNanos: 0n, unpricedCount: 1n },
    ]);
    expect(await rowsOf(ctx, { projectId })).toHaveLength(1);
    expect(await rowsOf(ctx, { until: "2026-11-18" })).toEqual([]);
  });

  it("gives thousands of calls as of one instant, and gives the connection back when its reader leaves", async () => {
    const { ctx } = await makeLedger(database);
    const begun = ctx.clock.now().getTime();
    await makeCalls(
      ctx,
      Array.from({ length: 1_200 }, (_, index) => new Date(begun - index * 1_000)),
    );
    const { pages } = await exportCalls(ctx, {});
    const first = await pages.next();
    expect(first.value).toHaveLength(1000);
    await makeCall(ctx, { callKey: "meanwhile" });
    const rest = (await Array.fromAsync(pages)).flat();
    expect(rest).toHaveLength(200);
    expect(rest.map(({ callKey }) => callKey)).not.toContain("meanwhile");

    const left = (await exportCalls(ctx, {})).pages;
    await left.next();
    await left.return(undefined);
    expect(database.app.pool.idleCount).toBe(database.app.pool.totalCount);
  });

  it("is refused to an editor, and shows another organization nothing", async () => {
    const made = await makeLedger(database);
    await makeCall(made.ctx);
    await expect(exportUsage(await asMember(made, "EDITOR"), {})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await rowsOf((await makeLedger(database)).ctx, {})).toEqual([]);
  });
});
